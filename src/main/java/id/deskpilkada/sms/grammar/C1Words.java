package id.deskpilkada.sms.grammar;

import id.deskpilkada.election.RaceKind;
import id.deskpilkada.sms.grammar.Said.C1;
import id.deskpilkada.sms.grammar.Said.Place;
import id.deskpilkada.sms.grammar.Said.Total;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a Form C1: {@code 12K BUPATI 1 120 2 90 S 210 TS 5 J 215 #7}. */
final class C1Words {

    private static final Map<String, RaceKind> RACES = Map.ofEntries(
            Map.entry("GUBERNUR", RaceKind.GUBERNUR),
            Map.entry("GUB", RaceKind.GUBERNUR),
            Map.entry("PILGUB", RaceKind.GUBERNUR),
            Map.entry("G", RaceKind.GUBERNUR),
            Map.entry("BUPATI", RaceKind.BUPATI),
            Map.entry("BUP", RaceKind.BUPATI),
            Map.entry("PILBUP", RaceKind.BUPATI),
            Map.entry("B", RaceKind.BUPATI),
            Map.entry("WALIKOTA", RaceKind.WALIKOTA),
            Map.entry("WALI", RaceKind.WALIKOTA),
            Map.entry("PILWALI", RaceKind.WALIKOTA),
            Map.entry("W", RaceKind.WALIKOTA),
            Map.entry("PPWP", RaceKind.PPWP),
            Map.entry("PRESIDEN", RaceKind.PPWP),
            Map.entry("PILPRES", RaceKind.PPWP),
            Map.entry("DPD", RaceKind.DPD));
    private static final Map<String, Total> TOTALS = Map.ofEntries(
            Map.entry("S", Total.VALID),
            Map.entry("SAH", Total.VALID),
            Map.entry("SS", Total.VALID),
            Map.entry("TS", Total.INVALID),
            Map.entry("TIDAKSAH", Total.INVALID),
            Map.entry("BATAL", Total.INVALID),
            Map.entry("J", Total.ALL),
            Map.entry("JML", Total.ALL),
            Map.entry("JUMLAH", Total.ALL),
            Map.entry("TOTAL", Total.ALL),
            Map.entry("DPT", Total.DPT),
            Map.entry("PENGGUNA", Total.VOTERS),
            Map.entry("HADIR", Total.VOTERS),
            Map.entry("PHP", Total.VOTERS));
    private static final Set<String> SILENT =
            Set.of("PASLON", "NO", "NOMOR", "URUT", "SUARA", "DAN", "KOTA", "PEMILIHAN", "PEMILIH", "SEMUA", "HASIL");
    /** Words that people write about a form and not about how the day goes. */
    private static final Set<String> FORM = Set.of("HASIL", "SUARA", "PASLON", "SAH", "TS");

    private static final int SHORTEST_CODE = 4;

    private final Words words;
    private final TreeMap<Integer, Integer> votes = new TreeMap<>();
    private final Map<Total, Integer> totals = new EnumMap<>(Total.class);
    private final List<String> strange = new ArrayList<>();
    private Place place = Place.NONE;
    private @Nullable RaceKind race;
    private @Nullable Integer check;

    private C1Words(String text) {
        this.words = Words.withoutTimes(text);
    }

    static boolean isOfAForm(String word) {
        return FORM.contains(word) || word.length() > 1 && RACES.containsKey(word);
    }

    static C1 read(String text) {
        var reader = new C1Words(text);
        reader.head();
        while (reader.words.more()) {
            reader.step();
        }
        return new C1(reader.place, reader.race, reader.votes, reader.totals, reader.check, reader.strange);
    }

    /** A number at the beginning is the polling station when it looks like one, or when the rest would not come in pairs. */
    private void head() {
        boolean named = words.take("TPS");
        if (!words.number()) {
            return;
        }
        var rest = words.rest();
        var second = rest.size() > 1 ? rest.get(1) : "";
        boolean station = named
                || rest.get(0).length() >= SHORTEST_CODE
                || Damm.isLetter(second)
                || RACES.containsKey(second)
                || numbersAhead(rest) % 2 == 1;
        if (station) {
            place = words.takePlace();
        }
    }

    private static long numbersAhead(List<String> rest) {
        return rest.stream()
                .takeWhile(word -> Words.isNumber(word) || SILENT.contains(word))
                .filter(Words::isNumber)
                .count();
    }

    private void step() {
        if (words.number()) {
            pair();
            return;
        }
        var word = words.next();
        if (word.startsWith("#")) {
            check = word.charAt(word.length() - 1) - '0';
        } else if (word.equals("TPS") && words.number() && place == Place.NONE) {
            place = words.takePlace();
        } else if (RACES.containsKey(word) && (race == null || race == RACES.get(word))) {
            race = RACES.get(word);
        } else if ((word.equals("TIDAK") || word.equals("TDK") || word.equals("T"))
                && (words.take("SAH") || words.take("S"))) {
            total(Total.INVALID, word);
        } else if (TOTALS.containsKey(word)) {
            total(TOTALS.getOrDefault(word, Total.ALL), word);
        } else if (!SILENT.contains(word)) {
            strange.add(word);
        }
    }

    private void pair() {
        var first = words.next();
        var number = words.takeNumber();
        if (first.length() > 2 || number == null) {
            strange.add(first);
        } else if (votes.putIfAbsent(Integer.valueOf(first), number) != null) {
            strange.add(first);
        }
    }

    private void total(Total which, String word) {
        var number = words.takeNumber();
        if (number == null || totals.putIfAbsent(which, number) != null) {
            strange.add(word);
        }
    }
}
