package id.deskpilkada.evaluation.quality;

import id.deskpilkada.c1.C1Quality;
import id.deskpilkada.evaluation.Column;
import id.deskpilkada.evaluation.Row;
import id.deskpilkada.evaluation.Table;
import id.deskpilkada.evaluation.Unit;
import id.deskpilkada.evaluation.Words;
import id.deskpilkada.platform.Area;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of the desk's own quality. What few cases stand behind would tell of single persons and is kept back. */
final class QualityTables {

    /** The fewest re-keyings behind a line that is shown. */
    static final int FEWEST = 5;

    private final Words words;
    private final String sum;

    /** @param sum name of the line of everything */
    QualityTables(Words words, String sum) {
        this.words = words;
        this.sum = sum;
    }

    /** @param parked reports by district that wait for somebody @param districts digits */
    Table districts(
            List<C1Quality.Work> work,
            Map<String, Integer> parked,
            List<String> districts,
            Function<String, String> names) {
        var known = work.stream().collect(Collectors.toMap(C1Quality.Work::place, one -> one));
        var places = new ArrayList<>(districts);
        places.add("");
        var few = few(districts.stream()
                .map(place -> known.get(place) == null ? 0 : known.get(place).rekeyings())
                .toList());
        var rows = new ArrayList<Row>();
        for (int at = 0; at < places.size(); at++) {
            var place = places.get(at);
            var one = known.get(place);
            boolean total = place.isEmpty();
            boolean kept = one != null && (total ? isFew(one.rekeyings()) : few.get(at));
            rows.add(new Row(
                    Area.dotted(place),
                    total ? sum : names.apply(place),
                    total,
                    kept,
                    cells(one, parked.getOrDefault(place, 0), kept)));
        }
        return table(
                "DISTRICTS",
                "evaluation.district",
                List.of(
                        words.column("QUALITY_FORMS", Unit.COUNT),
                        words.column("QUALITY_CORRECTIONS", Unit.COUNT),
                        words.column("QUALITY_REKEYED", Unit.COUNT),
                        words.column("QUALITY_MISMATCHES", Unit.COUNT),
                        words.column("QUALITY_MISMATCH_SHARE", Unit.PERCENT),
                        words.column("QUALITY_THIRD", Unit.COUNT),
                        words.column("QUALITY_MEDIAN", Unit.MINUTES),
                        words.column("QUALITY_PHOTOS", Unit.COUNT),
                        words.column("QUALITY_REPEATS", Unit.COUNT),
                        words.column("QUALITY_PARKED", Unit.COUNT)),
                rows);
    }

    private static List<@Nullable BigDecimal> cells(C1Quality.@Nullable Work one, int parked, boolean kept) {
        if (one == null) {
            var none = new ArrayList<@Nullable BigDecimal>(Collections.nCopies(9, null));
            none.add(parked == 0 ? null : BigDecimal.valueOf(parked));
            return none;
        }
        return Arrays.asList(
                count(one.forms()),
                count(one.corrections()),
                kept ? null : count(one.rekeyings()),
                kept ? null : count(one.mismatches()),
                kept ? null : Unit.percent(one.mismatches(), one.rekeyings()),
                kept ? null : count(one.thirdPerson()),
                kept ? null : Unit.minutes(one.medianSeconds()),
                kept ? null : count(one.photosRejected()),
                count(one.repeats()),
                count(parked));
    }

    Table fields(List<C1Quality.Field> fields) {
        return table(
                "FIELDS",
                "evaluation.quality.field",
                List.of(words.column("QUALITY_FIELD_MISMATCHES", Unit.COUNT)),
                fields.stream()
                        .map(field -> new Row(
                                "",
                                words.text("evaluation.quality.printed", field.printed()),
                                false,
                                false,
                                List.of(count(field.mismatches()))))
                        .toList());
    }

    Table channels(List<C1Quality.Channel> channels) {
        var few = few(channels.stream().map(C1Quality.Channel::rekeyings).toList());
        var rows = new ArrayList<Row>();
        for (int at = 0; at < channels.size(); at++) {
            var one = channels.get(at);
            rows.add(compared(
                    words.text("c1.desk.channel." + one.source()),
                    few.get(at),
                    count(one.rekeyings()),
                    count(one.mismatches()),
                    Unit.percent(one.mismatches(), one.rekeyings())));
        }
        return table(
                "CHANNELS",
                "evaluation.quality.channel",
                List.of(
                        words.column("QUALITY_REKEYED", Unit.COUNT),
                        words.column("QUALITY_MISMATCHES", Unit.COUNT),
                        words.column("QUALITY_MISMATCH_SHARE", Unit.PERCENT)),
                rows);
    }

    /** @param names of persons by their keys; null for numbers instead of them */
    Table verifiers(List<C1Quality.Verifier> verifiers, @Nullable LongFunction<String> names) {
        var few = few(verifiers.stream().map(C1Quality.Verifier::rekeyings).toList());
        var rows = new ArrayList<Row>();
        for (int at = 0; at < verifiers.size(); at++) {
            var one = verifiers.get(at);
            rows.add(compared(
                    names == null ? words.text("evaluation.quality.verifier", at + 1) : names.apply(one.staffId()),
                    few.get(at),
                    count(one.rekeyings()),
                    count(one.mismatches()),
                    Unit.percent(one.mismatches(), one.rekeyings()),
                    Unit.minutes(one.medianSeconds())));
        }
        return table(
                "VERIFIERS",
                "evaluation.quality.person",
                List.of(
                        words.column("QUALITY_REKEYED", Unit.COUNT),
                        words.column("QUALITY_MISMATCHES", Unit.COUNT),
                        words.column("QUALITY_MISMATCH_SHARE", Unit.PERCENT),
                        words.column("QUALITY_PACE", Unit.MINUTES)),
                rows);
    }

    private Table table(String key, String heading, List<Column> columns, List<Row> rows) {
        return new Table(key, words.text("evaluation.quality.table." + key), words.text(heading), columns, rows);
    }

    private static Row compared(String name, boolean kept, @Nullable BigDecimal... cells) {
        List<@Nullable BigDecimal> shown = kept ? Collections.nCopies(cells.length, null) : Arrays.asList(cells);
        return new Row("", name, false, kept, shown);
    }

    /**
     * Which lines are kept back, by how many cases stand behind each. Where that is a single one it would follow from the sum and the others, so that the smallest of those is kept back with it.
     */
    static List<Boolean> few(List<Integer> cases) {
        var few =
                new ArrayList<Boolean>(cases.stream().map(QualityTables::isFew).toList());
        if (Collections.frequency(few, true) == 1) {
            int smallest = -1;
            for (int at = 0; at < cases.size(); at++) {
                if (cases.get(at) >= FEWEST && (smallest < 0 || cases.get(at) < cases.get(smallest))) {
                    smallest = at;
                }
            }
            if (smallest >= 0) {
                few.set(smallest, true);
            }
        }
        return few;
    }

    private static boolean isFew(int cases) {
        return cases > 0 && cases < FEWEST;
    }

    private static BigDecimal count(int count) {
        return BigDecimal.valueOf(count);
    }
}
