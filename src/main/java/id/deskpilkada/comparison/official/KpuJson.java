package id.deskpilkada.comparison.official;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.deskpilkada.comparison.official.OfficialFigure.Origin;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.platform.FieldProblem;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file as KPU publishes it (Sirekap, 2024): {@code table} by the codes one level down, {@code chart} for the place that the file's name says, {@code administrasi} for a TPS.
 * Candidates stand there under numbers of KPU's own, which a list of candidates in the same archive, or whoever imports, translates.
 */
final class KpuJson {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Map<String, Set<String>> RACES =
            Map.of("pkwkp", Set.of("GUBERNUR"), "pkwkk", Set.of("BUPATI", "WALIKOTA"), "ppwp", Set.of("PPWP"));
    private static final Map<String, String> ADMINISTRATION = Map.of(
            "suara_sah", "validVotes",
            "suara_tidak_sah", "invalidVotes",
            "suara_total", "totalVotes",
            "pengguna_total_j", "voters.total.total",
            "pemilih_dpt_j", "dpt.total");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(20).build());
    }

    private final RaceRef race;
    private final String area;
    private final Map<String, Integer> candidates;
    private final OfficialSet set;
    private final ImportProblems problems;
    private final SortedSet<String> unknown = new TreeSet<>();

    /**
     * @param area digits of the region whose places are read; of others not even the candidates are known
     * @param candidates ballot numbers by KPU's own numbers, as far as they are known
     */
    KpuJson(RaceRef race, String area, Map<String, Integer> candidates, OfficialSet set, ImportProblems problems) {
        this.race = race;
        this.area = area;
        this.candidates = new LinkedHashMap<>(candidates);
        this.set = set;
        this.problems = problems;
    }

    /** Whether the file's name says that it is about another race. */
    boolean isOfAnotherRace(String name) {
        return RACES.entrySet().stream()
                .anyMatch(known ->
                        name.contains(known.getKey()) && !known.getValue().contains(race.code()));
    }

    /** Parses one file; null when it is none of ours, which is a problem already noted. */
    @Nullable
    JsonNode parse(String name, byte[] content) {
        try {
            var root = JSON.readTree(content);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (IOException e) {
            // Reported below, with the name of the file.
        }
        problems.add(FieldProblem.field(name, null, "OFFICIAL_NO_JSON"));
        return null;
    }

    /** Takes in a list of candidates and tells whether it was one. */
    boolean learn(JsonNode root) {
        boolean learnt = false;
        for (var entry : root.properties()) {
            var number = entry.getValue().path("nomor_urut");
            if (number.isInt() && DIGITS.matcher(entry.getKey()).matches()) {
                candidates.put(entry.getKey(), number.intValue());
                learnt = true;
            } else if (entry.getValue().isObject() && !entry.getKey().equals("tungsura")) {
                learnt |= learn(entry.getValue());
            }
        }
        return learnt;
    }

    void read(String name, JsonNode root) {
        var body = root.path("tungsura").isObject() ? root.path("tungsura") : root;
        var code = code(name);
        var at = time(root.path("ts").asText(""));
        var table = body.path("table");
        for (var line : table.properties()) {
            place(name, line.getKey(), line.getValue(), line.getValue(), at);
        }
        var chart = body.path("chart");
        if (!code.isEmpty() && chart.isObject()) {
            place(name, code, chart, root, at);
            sums(name, table, chart);
        } else if (table.isEmpty()) {
            problems.add(FieldProblem.field(name, null, code.isEmpty() ? "OFFICIAL_NO_CODE" : "OFFICIAL_NO_FIGURES"));
        }
    }

    private void place(String name, String code, JsonNode figures, JsonNode around, @Nullable LocalDateTime at) {
        var where = name + ": " + code;
        if (!OfficialFigure.isPlace(code)) {
            problems.add(FieldProblem.field(where, code, "OFFICIAL_NO_PLACE"));
            return;
        }
        if (!code.startsWith(area)) {
            set.leaveAside();
            return;
        }
        var psu = around.path("psu").asText("Reguler");
        if (!psu.equals("Reguler") && !psu.equals("null")) {
            set.warn(FieldProblem.field(where, psu, "OFFICIAL_OTHER_ROUND"));
        }
        var progress = figures.path("progres");
        boolean held = isFalse(around.path("status_progress")) || isFalse(around.path("status_suara"));
        set.add(OfficialFigure.of(
                code,
                numbers(where, figures, around),
                held,
                whole(progress.path("total")),
                whole(progress.path("progres")),
                at,
                new Origin(0, where)));
    }

    private SortedMap<String, Long> numbers(String where, JsonNode figures, JsonNode around) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        for (var entry : figures.properties()) {
            if (DIGITS.matcher(entry.getKey()).matches() && !entry.getValue().isNull()) {
                var number = ballotNumber(entry.getKey());
                if (number != null) {
                    put(numbers, OfficialFigure.VOTES + number, where, entry.getValue());
                }
            }
        }
        var administration = around.path("administrasi").isObject()
                ? around.path("administrasi")
                : around.path("tungsura").path("administrasi");
        ADMINISTRATION.forEach((name, path) -> put(numbers, path, where, administration.path(name)));
        if (!numbers.isEmpty() && !around.path("status_adm").asBoolean(true)) {
            numbers.keySet().removeIf(path -> !path.startsWith(OfficialFigure.VOTES));
        }
        return numbers;
    }

    private @Nullable Integer ballotNumber(String key) {
        var number = candidates.get(key);
        if (number == null && key.length() <= 2 && race.ballotNumbers().contains(Integer.parseInt(key))) {
            number = Integer.parseInt(key);
        }
        if (number == null || !race.ballotNumbers().contains(number)) {
            unknown.add(key);
            return null;
        }
        set.candidates().put(key, number);
        return number;
    }

    private void put(SortedMap<String, Long> numbers, String path, String where, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isIntegralNumber() || value.longValue() < 0 || value.longValue() > OfficialTable.MOST) {
            problems.add(FieldProblem.field(where, value.asText(), "OFFICIAL_NO_COUNT", path));
            return;
        }
        numbers.put(path, value.longValue());
    }

    /** A file whose own lines do not add up to its own total was perhaps cut. */
    private void sums(String name, JsonNode table, JsonNode chart) {
        for (var entry : chart.properties()) {
            long sum = 0;
            for (var line : table) {
                sum += line.path(entry.getKey()).asLong(0);
            }
            if (DIGITS.matcher(entry.getKey()).matches()
                    && !table.isEmpty()
                    && sum != entry.getValue().asLong(0)) {
                set.warn(FieldProblem.field(
                        name,
                        Long.toString(sum),
                        "OFFICIAL_SUM_DIFFERS",
                        entry.getValue().asText()));
            }
        }
    }

    /** Numbers of KPU's that nobody has translated. */
    SortedSet<String> unknown() {
        return unknown;
    }

    private static boolean isFalse(JsonNode flag) {
        return flag.isBoolean() && !flag.booleanValue();
    }

    private static @Nullable Integer whole(JsonNode number) {
        return number.isInt() ? number.intValue() : null;
    }

    private static @Nullable LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text, OfficialTable.KPU_TIME);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The code in the last part of a file's name, e.g. of {@code pkwkk/36/pkwkk_3604.json}; empty without one. */
    static String code(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var digits = DIGITS.matcher(last.replaceAll("(?i)\\.json$", ""));
        var code = "";
        while (digits.find()) {
            code = OfficialFigure.isPlace(digits.group()) ? digits.group() : code;
        }
        return code;
    }
}
