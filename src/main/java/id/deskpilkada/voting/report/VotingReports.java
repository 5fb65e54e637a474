package id.deskpilkada.voting.report;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.Reason;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportRejected;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.voting.VotingReported;
import id.deskpilkada.voting.VotingSlots;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an accepted report of the day: its version for ever, what holds of the TPS from now on, and who has to know. */
@Component
class VotingReports {

    /** Topic of the hints to open pages. */
    static final String TOPIC = "voting";

    private final Elections elections;
    private final VotingSlots slots;
    private final VotingRows rows;
    private final VotingStates states;
    private final Judges judges;
    private final VotingAlarms alarms;
    private final ExpectedReports expected;
    private final ApplicationEventPublisher events;
    private final Changes changes;
    private final Clock clock;

    VotingReports(
            Elections elections,
            VotingSlots slots,
            VotingRows rows,
            VotingStates states,
            Judges judges,
            VotingAlarms alarms,
            ExpectedReports expected,
            ApplicationEventPublisher events,
            Changes changes,
            Clock clock) {
        this.elections = elections;
        this.slots = slots;
        this.rows = rows;
        this.states = states;
        this.judges = judges;
        this.alarms = alarms;
        this.expected = expected;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    /** Which slot speaks against a turnout as far as is known now. */
    @Transactional(readOnly = true)
    Optional<Figures> against(RoundRef round, String tps, String slot, int total) {
        return day(round, tps, rows.versions(round.id(), tps)).against(slot, total);
    }

    Outcome record(FieldReport report) {
        var round = elections.round(report.roundId());
        var tps = Objects.requireNonNull(report.tps());
        var slot = Objects.requireNonNull(report.slot());
        rows.lock(round.id(), tps);
        var versions = new ArrayList<>(rows.versions(round.id(), tps));
        var before = day(round, tps, versions);
        var known = before.in(slot);
        var read = withNewWords(VotingDataReader.read(report.data()), states.remarks(round.id(), tps, slot));
        if (known.map(figures -> figures.repeatedBy(read)).orElse(false)) {
            return Outcome.accepted(Reason.of("VOTING_REPEAT"));
        }
        var data = LateWord.left(report, read, versions);
        if (!data.says()) {
            return Outcome.superseded(Reason.of("OLDER_REPORT"));
        }
        var version = Version.of(report, data, unreasonable(before, slot, data), clock.instant());
        rows.keep(report, version);
        versions.add(version);
        var after = day(round, tps, versions);
        var figures = after.in(slot).orElseThrow();
        states.write(round.id(), tps, figures);
        if (data.remarks() != null) {
            states.remark(round.id(), tps, slot, data.remarks(), report.id());
        }
        states.write(round.id(), tps, after, slots.openedBy(round));
        tell(report, tps, slot, before, data);
        var total = figures.voters().total();
        return figures.held() && total != null
                ? Outcome.accepted(Reason.of("TURNOUT_HELD", total, judges.voters(round, tps)))
                : Outcome.ACCEPTED;
    }

    /** Words that stand there already are told once. */
    private static VotingData withNewWords(VotingData data, Optional<String> known) {
        return data.remarks() != null && known.filter(data.remarks()::equals).isPresent()
                ? data.withoutRemarks()
                : data;
    }

    private void tell(FieldReport report, String tps, String slot, StationDay before, VotingData data) {
        if (slots.names(report.roundId()).contains(slot)) {
            expected.received(report.roundId(), ReportKind.VOTING, slot, 0, tps, report.receivedAt());
        }
        alarms.raise(report, tps, before, data);
        changes.announce(TOPIC, tps);
        events.publishEvent(new VotingReported(report.roundId(), tps, slot, report.receivedAt()));
    }

    /** True when another slot speaks against the turnout and the remarks say why. Two reports may have overtaken each other since they were looked at. */
    private static boolean unreasonable(StationDay before, String slot, VotingData data) {
        var total = data.voters().total();
        var against = total == null ? Optional.<Figures>empty() : before.against(slot, total);
        if (against.isPresent() && data.remarks() == null) {
            var other = against.get();
            throw new ReportRejected(
                    "TURNOUT_BELOW_EARLIER", TurnoutOrder.arguments(slot, Objects.requireNonNull(total), other));
        }
        return against.isPresent();
    }

    StationDay day(RoundRef round, String tps, List<Version> versions) {
        var halts = new Halts(rows.halts(round.id(), tps), slots.overAt(round.id()));
        return StationDay.of(versions, slots.names(round.id()), judges.of(round, tps), halts);
    }
}
