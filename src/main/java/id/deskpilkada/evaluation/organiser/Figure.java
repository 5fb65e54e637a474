package id.deskpilkada.evaluation.organiser;

import static id.deskpilkada.evaluation.organiser.Topic.C1;
import static id.deskpilkada.evaluation.organiser.Topic.HALTS;
import static id.deskpilkada.evaluation.organiser.Topic.INCIDENTS;
import static id.deskpilkada.evaluation.organiser.Topic.LOGISTICS;
import static id.deskpilkada.evaluation.organiser.Topic.OPENING;
import static id.deskpilkada.evaluation.organiser.Topic.REPORTS;
import static id.deskpilkada.evaluation.organiser.Topic.RESPONSE;
import static id.deskpilkada.evaluation.organiser.Topic.TURNOUT;

import id.deskpilkada.evaluation.Unit;
import id.deskpilkada.expectation.ReportSums;
import id.deskpilkada.incident.ResponseFacts;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The figures of the evaluation that every election has. Their texts stand in the bundle under {@code evaluation.figure.}. */
enum Figure {
    OPENED(OPENING, Unit.COUNT, of(DistrictFacts::opening, one -> count(one.opened()))),
    OPENED_LATE(OPENING, Unit.COUNT, of(DistrictFacts::opening, one -> known(one.late(), one.opened()))),
    LATE_MEDIAN(OPENING, Unit.MINUTES, of(DistrictFacts::opening, one -> Unit.minutes(one.medianSeconds()))),
    LATE_WORST(OPENING, Unit.MINUTES, of(DistrictFacts::opening, one -> Unit.minutes(one.worstSeconds()))),

    REPORTING(HALTS, Unit.COUNT, of(DistrictFacts::halting, one -> count(one.stations()))),
    HALTED(HALTS, Unit.COUNT, of(DistrictFacts::halting, one -> known(one.halts(), one.stations() + one.halts()))),
    HALT_MINUTES(
            HALTS,
            Unit.MINUTES,
            of(DistrictFacts::halting, one -> one.stations() + one.halts() == 0 ? null : Unit.minutes(one.seconds()))),
    HALTS_UNENDED(
            HALTS, Unit.COUNT, of(DistrictFacts::halting, one -> known(one.unended(), one.stations() + one.halts()))),

    LOGISTICS_CHECKED(LOGISTICS, Unit.COUNT, of(DistrictFacts::checked, one -> count(one.stations()))),
    LOGISTICS_FOUND(LOGISTICS, Unit.COUNT, facts -> logistics(facts, facts.found())),
    LOGISTICS_OPEN(LOGISTICS, Unit.COUNT, facts -> logistics(facts, facts.open())),

    TURNOUT_STATIONS(TURNOUT, Unit.COUNT, of(DistrictFacts::turnout, one -> count(one.stations()))),
    TURNOUT_SHARE(TURNOUT, Unit.PERCENT, of(DistrictFacts::turnout, one -> Unit.percent(one.voters(), one.listed()))),

    C1_RECEIVED(C1, Unit.COUNT, of(DistrictFacts::times, one -> count(one.received()))),
    C1_RECEIVED_MEDIAN(C1, Unit.MINUTES, of(DistrictFacts::times, one -> Unit.minutes(one.receivedMedian()))),
    C1_RECEIVED_NINETY(C1, Unit.MINUTES, of(DistrictFacts::times, one -> Unit.minutes(one.receivedNinety()))),
    C1_RECEIVED_LAST(C1, Unit.MINUTES, of(DistrictFacts::times, one -> Unit.minutes(one.receivedLast()))),
    C1_VERIFIED(C1, Unit.COUNT, of(DistrictFacts::times, one -> known(one.verified(), one.received()))),
    C1_VERIFIED_MEDIAN(C1, Unit.MINUTES, of(DistrictFacts::times, one -> Unit.minutes(one.verifiedMedian()))),
    C1_VERIFIED_NINETY(C1, Unit.MINUTES, of(DistrictFacts::times, one -> Unit.minutes(one.verifiedNinety()))),
    C1_VERIFIED_LAST(C1, Unit.MINUTES, of(DistrictFacts::times, one -> Unit.minutes(one.verifiedLast()))),
    C1_FROM_SCHEDULE(C1, Unit.COUNT, of(DistrictFacts::times, one -> known(one.fromSchedule(), one.received()))),

    SEVERITY_4(INCIDENTS, Unit.COUNT, grave(grave -> grave.four())),
    SEVERITY_3(INCIDENTS, Unit.COUNT, grave(grave -> grave.three())),
    SEVERITY_2(INCIDENTS, Unit.COUNT, grave(grave -> grave.two())),
    SEVERITY_1(INCIDENTS, Unit.COUNT, grave(grave -> grave.one())),
    INCIDENTS_OPEN(INCIDENTS, Unit.COUNT, grave(grave -> grave.open())),

    SENT(RESPONSE, Unit.COUNT, of(DistrictFacts::response, one -> count(one.sent()))),
    CONFIRMED(RESPONSE, Unit.COUNT, of(DistrictFacts::response, one -> known(one.confirmed(), one.sent()))),
    CONFIRMED_MEDIAN(RESPONSE, Unit.MINUTES, of(DistrictFacts::response, one -> Unit.minutes(one.confirmedMedian()))),
    CONFIRMED_NINETY(RESPONSE, Unit.MINUTES, of(DistrictFacts::response, one -> Unit.minutes(one.confirmedNinety()))),
    ARRIVED(RESPONSE, Unit.COUNT, of(DistrictFacts::response, one -> known(one.arrived(), one.sent()))),
    ARRIVED_MEDIAN(RESPONSE, Unit.MINUTES, of(DistrictFacts::response, one -> Unit.minutes(one.arrivedMedian()))),
    ARRIVED_NINETY(RESPONSE, Unit.MINUTES, of(DistrictFacts::response, one -> Unit.minutes(one.arrivedNinety()))),
    LATE_CLOCKS(RESPONSE, Unit.COUNT, of(DistrictFacts::response, one -> known(one.late(), one.sent()))),

    REPORTS_DUE(REPORTS, Unit.COUNT, reports(ReportSums.Sum::expected)),
    REPORTS_LATE(REPORTS, Unit.COUNT, reports(ReportSums.Sum::late)),
    REPORTS_MISSING(REPORTS, Unit.COUNT, reports(ReportSums.Sum::missing)),
    REPORTS_EXCUSED(REPORTS, Unit.COUNT, reports(ReportSums.Sum::excused));

    private final Topic topic;
    private final Unit unit;
    private final Function<DistrictFacts, @Nullable BigDecimal> figure;

    Figure(Topic topic, Unit unit, Function<DistrictFacts, @Nullable BigDecimal> figure) {
        this.topic = topic;
        this.unit = unit;
        this.figure = figure;
    }

    Topic topic() {
        return topic;
    }

    Unit unit() {
        return unit;
    }

    /** Null where the place has no data for it. */
    @Nullable
    BigDecimal of(DistrictFacts facts) {
        return figure.apply(facts);
    }

    /** A count that something stands behind: without it, not even nothing is known. */
    private static @Nullable BigDecimal count(int count) {
        return known(count, count);
    }

    private static @Nullable BigDecimal known(int count, int whole) {
        return whole == 0 ? null : BigDecimal.valueOf(count);
    }

    /** Nothing found where somebody has looked is a finding. */
    private static @Nullable BigDecimal logistics(DistrictFacts facts, int count) {
        return facts.logisticsLookedAt() ? BigDecimal.valueOf(count) : null;
    }

    private static <T> Function<DistrictFacts, @Nullable BigDecimal> of(
            Function<DistrictFacts, @Nullable T> part, Function<T, @Nullable BigDecimal> figure) {
        return facts -> {
            T found = part.apply(facts);
            return found == null ? null : figure.apply(found);
        };
    }

    private static Function<DistrictFacts, @Nullable BigDecimal> grave(ToIntFunction<ResponseFacts.Grave> count) {
        return facts -> {
            if (!facts.heardOf()) {
                return null;
            }
            var grave = facts.grave();
            return BigDecimal.valueOf(grave == null ? 0 : count.applyAsInt(grave));
        };
    }

    private static Function<DistrictFacts, @Nullable BigDecimal> reports(ToIntFunction<ReportSums.Sum> count) {
        return facts -> facts.reports().isEmpty()
                ? null
                : BigDecimal.valueOf(facts.reports().stream().mapToInt(count).sum());
    }
}
