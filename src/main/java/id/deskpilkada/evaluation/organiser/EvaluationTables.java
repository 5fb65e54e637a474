package id.deskpilkada.evaluation.organiser;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.evaluation.Column;
import id.deskpilkada.evaluation.Row;
import id.deskpilkada.evaluation.Standing;
import id.deskpilkada.evaluation.Table;
import id.deskpilkada.evaluation.Unit;
import id.deskpilkada.evaluation.Words;
import id.deskpilkada.expectation.ReportSums;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Area;
import id.deskpilkada.readiness.LogisticsFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Puts what was found out into tables of one topic each, in the words of one language. */
final class EvaluationTables {

    private final List<DistrictFacts> facts;
    private final Words words;
    private final Standing standing;
    private final String sum;
    private final Object[] times;

    /** @param sum name of the line of everything @param openedBy and {@code closedBy}: times set, as texts */
    EvaluationTables(
            List<DistrictFacts> facts, Words words, Standing standing, String sum, String openedBy, String closedBy) {
        this.facts = facts;
        this.words = words;
        this.standing = standing;
        this.sum = sum;
        this.times = new Object[] {openedBy, closedBy};
    }

    Table of(Topic topic) {
        var figures = Arrays.stream(Figure.values())
                .filter(figure -> figure.topic() == topic)
                .toList();
        return table(
                topic.name(),
                words.text("evaluation.topic." + topic),
                figures.stream()
                        .map(figure -> words.column(figure.name(), figure.unit(), times))
                        .toList(),
                place -> figures.stream()
                        .<@Nullable BigDecimal>map(figure -> figure.of(place))
                        .toList());
    }

    /** Who had to mend what was missing. @param names of owners by their codes */
    Table owners(List<String> owners, Map<String, String> names, boolean open) {
        var texts = open ? "OWNER_OPEN" : "OWNER_FOUND";
        ToIntFunction<LogisticsFacts.Shortcomings> count =
                open ? LogisticsFacts.Shortcomings::open : LogisticsFacts.Shortcomings::found;
        return table(
                open ? "LOGISTICS_OPEN_BY_OWNER" : "LOGISTICS_BY_OWNER",
                words.text("evaluation.topic." + texts),
                owners.stream()
                        .map(owner -> words.column(
                                texts + ":" + owner, texts, Unit.COUNT, names.getOrDefault(owner, owner), times[0]))
                        .toList(),
                place -> owners.stream()
                        .<@Nullable BigDecimal>map(owner -> place.logisticsLookedAt()
                                ? BigDecimal.valueOf(place.shortcomings().stream()
                                        .filter(one -> one.owner().equals(owner))
                                        .mapToInt(count)
                                        .sum())
                                : null)
                        .toList());
    }

    /** @param expected TPS that vote on the race, by district */
    Table race(RaceRef race, Map<String, Integer> expected) {
        var columns = new ArrayList<Column>();
        columns.add(words.column("RACE_EXPECTED", Unit.COUNT, race.name()));
        columns.add(words.column("RACE_COUNTED", Unit.COUNT, race.name()));
        columns.add(words.column("RACE_COMPLETE", Unit.PERCENT, race.name()));
        columns.add(words.column("RACE_INVALID", Unit.PERCENT, race.name()));
        columns.add(words.column("RACE_TURNOUT", Unit.PERCENT, race.name()));
        int all = expected.values().stream().mapToInt(Integer::intValue).sum();
        return table(
                "RACE_" + race.code(),
                words.text("evaluation.topic.RACE", race.name()),
                columns,
                place -> race(race, place, place.place().isEmpty() ? all : expected.getOrDefault(place.place(), 0)));
    }

    private static List<@Nullable BigDecimal> race(RaceRef race, DistrictFacts place, int expected) {
        var cells = new ArrayList<@Nullable BigDecimal>();
        var share = place.shares().stream()
                .filter(one -> one.raceId() == race.id() && one.counted() > 0)
                .findFirst();
        int counted = share.map(one -> one.counted()).orElse(0);
        cells.add(BigDecimal.valueOf(expected));
        cells.add(BigDecimal.valueOf(counted));
        cells.add(Unit.percent(counted, expected));
        cells.add(share.map(one -> Unit.percent(one.invalid(), one.valid() + one.invalid()))
                .orElse(null));
        cells.add(share.map(one -> Unit.percent(one.voters(), one.listed())).orElse(null));
        return cells;
    }

    Table missing(List<ReportKind> kinds) {
        return table(
                "MISSING_BY_KIND",
                words.text("evaluation.topic.MISSING_BY_KIND"),
                kinds.stream()
                        .map(kind -> words.column(
                                "MISSING:" + kind,
                                "MISSING_OF_KIND",
                                Unit.COUNT,
                                words.text("evaluation.kind." + kind)))
                        .toList(),
                place -> kinds.stream()
                        .<@Nullable BigDecimal>map(kind -> place.reports().stream()
                                .filter(one -> one.kind() == kind)
                                .findFirst()
                                .map(ReportSums.Sum::missing)
                                .map(BigDecimal::valueOf)
                                .orElse(null))
                        .toList());
    }

    private Table table(
            String key, String title, List<Column> columns, Function<DistrictFacts, List<@Nullable BigDecimal>> cells) {
        return new Table(
                key,
                title,
                words.text("evaluation.district"),
                columns,
                facts.stream().map(place -> row(place, cells.apply(place))).toList());
    }

    private Row row(DistrictFacts place, List<@Nullable BigDecimal> cells) {
        return place.place().isEmpty()
                ? new Row("", sum, true, false, cells)
                : new Row(Area.dotted(place.place()), standing.name(place.place()), false, false, cells);
    }
}
