package id.deskpilkada.c1.written;

import id.deskpilkada.c1.written.C1Data.Sexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every number field of the form: its dotted path, how it is read, and where it stands on the printed paper. */
public final class C1Fields {

    /** How the path of a candidate's votes begins; the ballot number follows. */
    public static final String VOTES = "votes.";

    /** The lines with the columns L, P and L+P, in the order of the form. */
    static final Map<String, String> LINES = lines();

    private static final Map<String, Field> FIRST_SECTIONS = new LinkedHashMap<>();
    private static final Map<String, Field> LAST_SECTION = new LinkedHashMap<>();

    private record Field(String printed, Function<C1Data, @Nullable Integer> reader) {}

    static {
        line("dpt", C1Data::dpt);
        line("voters.listed", data -> data.voters().listed());
        line("voters.movedIn", data -> data.voters().movedIn());
        line("voters.unlisted", data -> data.voters().unlisted());
        line("voters.total", data -> data.voters().total());
        FIRST_SECTIONS.put(
                "ballots.received", new Field("II.1", data -> data.ballots().received()));
        FIRST_SECTIONS.put(
                "ballots.used", new Field("II.2", data -> data.ballots().used()));
        FIRST_SECTIONS.put(
                "ballots.spoiled", new Field("II.3", data -> data.ballots().spoiled()));
        FIRST_SECTIONS.put(
                "ballots.unused", new Field("II.4", data -> data.ballots().unused()));
        line("disabledVoters", C1Data::disabledVoters);
        LAST_SECTION.put("validVotes", new Field("V.A", C1Data::validVotes));
        LAST_SECTION.put("invalidVotes", new Field("V.B", C1Data::invalidVotes));
        LAST_SECTION.put("totalVotes", new Field("V.C", C1Data::totalVotes));
    }

    private C1Fields() {}

    /** Paths of every number, in the order of the form. */
    public static List<String> all(Collection<Integer> ballotNumbers) {
        var paths = new ArrayList<>(FIRST_SECTIONS.keySet());
        paths.addAll(sectionsFourAndFive(ballotNumbers));
        return List.copyOf(paths);
    }

    /** Paths of the votes and their sums, in the order of the form. */
    public static List<String> sectionsFourAndFive(Collection<Integer> ballotNumbers) {
        var paths = new ArrayList<>(votes(ballotNumbers));
        paths.addAll(LAST_SECTION.keySet());
        return List.copyOf(paths);
    }

    static List<String> votes(Collection<Integer> ballotNumbers) {
        return ballotNumbers.stream()
                .distinct()
                .sorted()
                .map(number -> VOTES + number)
                .toList();
    }

    /** Of every candidate that is on one of two forms. */
    public static SortedSet<Integer> ballotNumbers(C1Data one, C1Data other) {
        var numbers = new TreeSet<>(one.votes().keySet());
        numbers.addAll(other.votes().keySet());
        return numbers;
    }

    static @Nullable Integer read(C1Data data, String path) {
        if (path.startsWith(VOTES)) {
            return data.votes().get(Integer.valueOf(path.substring(VOTES.length())));
        }
        return field(path).reader().apply(data);
    }

    /** Where the field stands on the paper, in any language: {@code I.B.2 (L)}, {@code IV.1}, {@code V.C}. */
    public static String printed(String path) {
        return path.startsWith(VOTES)
                ? "IV." + path.substring(VOTES.length())
                : field(path).printed();
    }

    /** Several fields as one would say them: {@code I.A, I.B.1 (L, L+P), IV.2}; a whole line needs no columns. */
    static String printed(Collection<String> paths) {
        var columns = new LinkedHashMap<String, List<String>>();
        for (var path : paths) {
            var parts = printed(path).split("[ ()]+");
            var named = columns.computeIfAbsent(parts[0], line -> new ArrayList<>());
            named.addAll(List.of(parts).subList(1, parts.length));
        }
        return columns.entrySet().stream()
                .map(line -> line.getValue().size() % 3 == 0
                        ? line.getKey()
                        : line.getKey() + " (" + String.join(", ", line.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Key of the field's printed name in the bundles; {0} is the ballot number of a candidate. The two laws name some lines differently. */
    static String labelKey(String path, C1Facts.Law law) {
        if (path.startsWith(VOTES)) {
            return "c1.field.votes";
        }
        var perLaw = path.startsWith("voters.movedIn")
                || path.startsWith("voters.unlisted")
                || path.equals("ballots.received");
        return "c1.field." + path + (perLaw ? "." + law : "");
    }

    private static Field field(String path) {
        var field = FIRST_SECTIONS.getOrDefault(path, LAST_SECTION.get(path));
        if (field == null) {
            throw new IllegalArgumentException("No field of Form C1: " + path);
        }
        return field;
    }

    private static Map<String, String> lines() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("dpt", "I.A");
        lines.put("voters.listed", "I.B.1");
        lines.put("voters.movedIn", "I.B.2");
        lines.put("voters.unlisted", "I.B.3");
        lines.put("voters.total", "I.B.4");
        lines.put("disabledVoters", "III");
        return lines;
    }

    private static void line(String path, Function<C1Data, Sexes> line) {
        var printed = LINES.get(path);
        FIRST_SECTIONS.put(path + ".male", new Field(printed + " (L)", line.andThen(Sexes::male)));
        FIRST_SECTIONS.put(path + ".female", new Field(printed + " (P)", line.andThen(Sexes::female)));
        FIRST_SECTIONS.put(path + ".total", new Field(printed + " (L+P)", line.andThen(Sexes::total)));
    }
}
