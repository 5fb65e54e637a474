package id.deskpilkada.tierreport.document;

import static id.deskpilkada.tierreport.document.Table.Kind.BAR;
import static id.deskpilkada.tierreport.document.Table.Kind.NUMBER;
import static id.deskpilkada.tierreport.document.Table.Kind.PERCENT;
import static id.deskpilkada.tierreport.document.Table.Kind.TEXT;

import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.Snapshot.Candidate;
import id.deskpilkada.tierreport.compile.Snapshot.Race;
import id.deskpilkada.tierreport.compile.Snapshot.Votes;
import id.deskpilkada.tierreport.document.Table.Column;
import id.deskpilkada.tierreport.document.Table.Kind;
import id.deskpilkada.tierreport.document.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Form C1 and its votes as tables, always with how many forms the sums are of, on both bases. */
@Component
class VoteTables {

    private final Words words;

    VoteTables(Words words) {
        this.words = words;
    }

    private Column column(String key, Kind kind, int width) {
        return new Column(words.text("tierdoc.column." + key), kind, width);
    }

    Table coverage(Snapshot snapshot) {
        return new Table(
                "coverage",
                words.text("tierdoc.table.coverage"),
                List.of(
                        column("race", TEXT, 26),
                        column("expected", NUMBER, 11),
                        column("received", NUMBER, 11),
                        column("receivedPercent", PERCENT, 11),
                        column("held", NUMBER, 11),
                        column("verified", NUMBER, 13),
                        column("verifiedPercent", PERCENT, 13)),
                snapshot.races().stream()
                        .map(race -> Row.of(
                                race.name(),
                                race.expected(),
                                race.received(),
                                race.receivedPercent(),
                                race.held(),
                                race.verified(),
                                race.verifiedPercent()))
                        .toList());
    }

    /** The votes of one race on both bases. */
    Table votes(Race race, Votes received, Votes verified) {
        Map<Integer, Long> decided = verified.candidates().stream()
                .collect(Collectors.toMap(Candidate::ballotNumber, Candidate::votes, Long::sum));
        var rows = new ArrayList<Row>();
        received.candidates().forEach(candidate -> {
            long votes = decided.getOrDefault(candidate.ballotNumber(), 0L);
            rows.add(Row.of(
                    candidate.ballotNumber(),
                    candidate.name(),
                    candidate.votes(),
                    Words.share(candidate.votes(), received.validVotes()),
                    Words.share(candidate.votes(), received.validVotes()),
                    votes,
                    Words.share(votes, verified.validVotes())));
        });
        rows.add(sum("valid", received, verified, Votes::validVotes));
        rows.add(sum("invalid", received, verified, Votes::invalidVotes));
        rows.add(sum("voters", received, verified, Votes::votersTotal));
        rows.add(sum("dpt", received, verified, Votes::dptTotal));
        rows.add(sum("forms", received, verified, votes -> (long) votes.counted()));
        return new Table(
                "votes." + race.code(),
                race.name(),
                List.of(
                        column("no", NUMBER, 6),
                        new Column(words.text("tierdoc.column.candidate") + ", " + race.name(), TEXT, 34),
                        column("votesReceived", NUMBER, 13),
                        column("percent", PERCENT, 9),
                        column("share", BAR, 12),
                        column("votesVerified", NUMBER, 13),
                        column("percent", PERCENT, 9)),
                rows);
    }

    private Row sum(String key, Votes received, Votes verified, Function<Votes, Long> figure) {
        return Row.total(
                null,
                words.text("tierdoc.sum." + key),
                figure.apply(received),
                null,
                null,
                figure.apply(verified),
                null);
    }

    /** For spreadsheets: one row for the region and each of its parts on each basis, one column for each candidate. */
    Table matrix(Material of, Race race) {
        var columns = new ArrayList<Column>(List.of(
                column("code", TEXT, 12),
                column("region", TEXT, 28),
                column("basis", TEXT, 16),
                column("forms", NUMBER, 12)));
        var votes = race.byReceived();
        List<Candidate> candidates = votes == null ? List.of() : votes.candidates();
        candidates.forEach(
                candidate -> columns.add(new Column(candidate.ballotNumber() + " " + candidate.name(), NUMBER, 18)));
        columns.add(column("valid", NUMBER, 14));
        columns.add(column("invalid", NUMBER, 14));
        columns.add(column("voters", NUMBER, 16));
        columns.add(column("dpt", NUMBER, 14));
        var rows = new ArrayList<Row>();
        matrix(of.snapshot(), race, candidates, true, rows);
        of.snapshot().districts().forEach(district -> of.part(district).ifPresent(part -> part.races().stream()
                .filter(one -> one.code().equals(race.code()))
                .forEach(one -> matrix(part, one, candidates, false, rows))));
        return new Table("votes." + race.code(), race.name(), columns, rows);
    }

    private void matrix(Snapshot of, Race race, List<Candidate> candidates, boolean total, List<Row> rows) {
        add(of, race.byReceived(), "received", candidates, total, rows);
        add(of, race.byVerified(), "verified", candidates, total, rows);
    }

    private void add(
            Snapshot of,
            @Nullable Votes votes,
            String basis,
            List<Candidate> candidates,
            boolean total,
            List<Row> rows) {
        if (votes == null) {
            return;
        }
        var cells = new ArrayList<@Nullable Object>(
                List.of(of.region().code(), of.region().name(), words.text("tierdoc.basis." + basis), votes.counted()));
        candidates.forEach(candidate -> cells.add(votes(votes, candidate)));
        cells.add(votes.validVotes());
        cells.add(votes.invalidVotes());
        cells.add(votes.votersTotal());
        cells.add(votes.dptTotal());
        rows.add(new Row(cells, total));
    }

    static long votes(Votes votes, Candidate candidate) {
        return votes.candidates().stream()
                .filter(one -> one.ballotNumber() == candidate.ballotNumber())
                .mapToLong(Candidate::votes)
                .sum();
    }
}
