package id.deskpilkada.c1.written;

import java.util.List;
import java.util.TreeSet;

/** E10 and W1 to W8: the figures fit a polling station of this size. The DPT is the one written on the form unless a rule says otherwise. */
final class PlausibilityRules {

    private static final String DPT = "dpt.total";
    private static final String VOTERS = "voters.total.total";
    private static final String RECEIVED = "ballots.received";

    private PlausibilityRules() {}

    /**
     * Three boxes are printed for every number, and no figure is above 1.1 x the imported voter list of this race (never the form's own DPT, which may be the
     * misread one). The ballots that the law sends to the TPS are never absurd, which matters below 10 voters. Each figure stands for itself: only a form
     * without any figure cannot be checked.
     */
    static RuleResult noFigureIsAbsurd(C1Data data, C1Facts facts) {
        var finding = new Finding("E10", data);
        var limit = facts.plausibleLimitInTenths();
        var numbers = new TreeSet<>(facts.ballotNumbers());
        numbers.addAll(data.votes().keySet());
        for (var path : C1Fields.all(numbers)) {
            var figure = data.field(path);
            if (figure != null && (figure < 0 || figure > 999 || figure * 10L > limit)) {
                finding.fail(List.of(path), figure + " > " + Math.min(999, limit / 10));
            }
        }
        if (data.isBlank()) {
            finding.has(C1Fields.all(numbers));
        }
        return finding.result();
    }

    static RuleResult receivedBallotsFitTheList(C1Data data, C1Facts facts) {
        var finding = new Finding("W1", data);
        if (finding.has(List.of(RECEIVED, DPT))) {
            var dpt = finding.number(DPT);
            var reserve = facts.law().reserve(dpt);
            if (Math.abs(finding.number(RECEIVED) - dpt - reserve) > 1) {
                finding.fail(
                        List.of(RECEIVED, DPT),
                        finding.number(RECEIVED) + " ≠ " + dpt + " + " + reserve + " (" + (dpt + reserve) + ")");
            }
        }
        return finding.result();
    }

    static RuleResult listIsOfLegalSize(C1Data data, C1Facts facts) {
        var finding = new Finding("W2", data);
        if (finding.has(List.of(DPT)) && finding.number(DPT) > facts.law().legalSize()) {
            finding.fail(List.of(DPT), finding.number(DPT) + " > " + facts.law().legalSize());
        }
        return finding.result();
    }

    static RuleResult votersHadBallots(C1Data data, C1Facts facts) {
        return new Finding("W3", data).atMost(VOTERS, RECEIVED).result();
    }

    /** Whichever limit is reached first: 5 % in a small TPS, 30 people in one of 600 and more. */
    static RuleResult fewVotersFromOutsideTheList(C1Data data, C1Facts facts) {
        var finding = new Finding("W4", data);
        var outside = List.of("voters.movedIn.total", "voters.unlisted.total");
        if (finding.has(outside) & finding.has(List.of(DPT))) {
            var sum = finding.sum(outside);
            var limit = Math.min(finding.number(DPT) * 5, 3000);
            if (sum * 100 > limit) {
                finding.fail(outside, sum + " > " + limit / 100);
            }
        }
        return finding.result();
    }

    /** Without a single voter on the list there is no turnout; someone who voted is then already above 100 %. */
    static RuleResult turnoutIsUsual(C1Data data, C1Facts facts) {
        var finding = new Finding("W5", data);
        if (finding.has(List.of(VOTERS, DPT))) {
            var voters = finding.number(VOTERS);
            var dpt = finding.number(DPT);
            if (voters > dpt) {
                finding.fail(List.of(VOTERS, DPT), voters + " > " + dpt);
            } else if (voters * 10 < dpt * 3) {
                finding.fail(List.of(VOTERS, DPT), voters + " < 30 % × " + dpt);
            } else if (dpt == 0) {
                finding.lacksFact();
            }
        }
        return finding.result();
    }

    static RuleResult fewInvalidVotes(C1Data data, C1Facts facts) {
        var finding = new Finding("W6", data);
        if (finding.has(List.of("invalidVotes", "totalVotes"))) {
            var invalid = finding.number("invalidVotes");
            var total = finding.number("totalVotes");
            if (invalid * 100 > total * 15) {
                finding.fail(List.of("invalidVotes", "totalVotes"), invalid + " > 15 % × " + total);
            }
        }
        return finding.result();
    }

    static RuleResult noCandidateHasAllOrNone(C1Data data, C1Facts facts) {
        var finding = new Finding("W7", data);
        var votes = C1Fields.votes(facts.ballotNumbers());
        if (votes.isEmpty()) {
            return finding.lacksFact().result();
        }
        if (finding.has(List.of("validVotes")) & finding.has(votes) && finding.number("validVotes") > 50) {
            var valid = finding.number("validVotes");
            votes.stream()
                    .filter(vote -> finding.number(vote) == 0 || finding.number(vote) == valid)
                    .forEach(vote -> finding.fail(List.of(vote), finding.number(vote) + " / " + valid));
        }
        return finding.result();
    }

    static RuleResult listIsTheImportedOne(C1Data data, C1Facts facts) {
        var finding = new Finding("W8", data);
        var imported = facts.importedDptTotal();
        if (imported == null) {
            return finding.lacksFact().result();
        }
        if (finding.has(List.of(DPT)) && finding.number(DPT) != imported) {
            finding.fail(List.of(DPT), finding.number(DPT) + " ≠ " + imported);
        }
        return finding.result();
    }
}
