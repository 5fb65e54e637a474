package id.deskpilkada.comparison.official;

import id.deskpilkada.comparison.official.OfficialFigure.Origin;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.ReadTable;
import id.deskpilkada.imports.RowKeys;
import id.deskpilkada.platform.Area;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Our own shape for published figures: one row for each TPS, village, district or regency; a row without any number is a place that KPU shows empty. */
final class OfficialTable {

    static final DateTimeFormatter KPU_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Sirekap has published 136,188 votes for one TPS: what is absurd is a difference to trace and no fault of the file. */
    static final int MOST = 99_999_999;

    private static final String CODE = "code";
    private static final String STATIONS = "tps_total";
    private static final String STATIONS_IN = "tps_in";
    private static final String AT = "published";

    private OfficialTable() {}

    /** Path of each number by the name of its column. */
    static Map<String, String> paths(RaceRef race) {
        var paths = new LinkedHashMap<String, String>();
        race.ballotNumbers().forEach(number -> paths.put("votes_" + number, OfficialFigure.VOTES + number));
        paths.put("valid_votes", "validVotes");
        paths.put("invalid_votes", "invalidVotes");
        paths.put("total_votes", "totalVotes");
        paths.put("voters_total", "voters.total.total");
        paths.put("dpt_total", "dpt.total");
        return paths;
    }

    static List<Column> columns(RaceRef race) {
        var columns = new ArrayList<Column>();
        columns.add(Column.required(CODE, "kode", "kode_tps", "kode_desa", "kode_kecamatan", "kode_wilayah"));
        race.ballotNumbers().forEach(number -> columns.add(Column.required("votes_" + number, "suara_" + number)));
        columns.add(Column.optional("valid_votes", "suara_sah"));
        columns.add(Column.optional("invalid_votes", "suara_tidak_sah"));
        columns.add(Column.optional("total_votes", "suara_total"));
        columns.add(Column.optional("voters_total", "pengguna_total", "pengguna_total_j"));
        columns.add(Column.optional("dpt_total", "pemilih_dpt_j"));
        columns.add(Column.optional(STATIONS, "jumlah_tps"));
        columns.add(Column.optional(STATIONS_IN, "tps_masuk"));
        columns.add(Column.optional(AT, "ts", "waktu"));
        return columns;
    }

    /** @throws id.deskpilkada.platform.Problem 413 or 422 when the file as a whole cannot be read */
    static OfficialSet read(byte[] content, RaceRef race, ImportProblems problems) {
        var table = ReadTable.of(content, columns(race));
        table.rows().problems().list().forEach(problems::add);
        var set = new OfficialSet();
        table.warnings().forEach(set::warn);
        var keys = new RowKeys();
        for (var row : table.rows()) {
            var area = area(row, problems);
            if (area != null && keys.isFirst(area, row, CODE, problems)) {
                set.add(figure(area, row, race, problems));
            }
        }
        return set;
    }

    private static @Nullable String area(ImportRow row, ImportProblems problems) {
        var code = row.required(CODE, problems);
        if (code == null) {
            return null;
        }
        var area = Area.digits(code);
        if (!OfficialFigure.isPlace(area)) {
            row.reject(CODE, problems, "OFFICIAL_NO_PLACE");
            return null;
        }
        return area;
    }

    private static OfficialFigure figure(String area, ImportRow row, RaceRef race, ImportProblems problems) {
        SortedMap<String, Long> figures = new TreeMap<>();
        paths(race).forEach((column, path) -> {
            var number = row.wholeNumber(column, 0, MOST, problems);
            if (number != null) {
                figures.put(path, number.longValue());
            }
        });
        var blank = race.ballotNumbers().stream()
                .filter(number -> !figures.containsKey(OfficialFigure.VOTES + number))
                .toList();
        if (!figures.isEmpty() && !blank.isEmpty()) {
            row.reject("votes_" + blank.get(0), problems, "OFFICIAL_VOTES_INCOMPLETE");
        }
        return OfficialFigure.of(
                area,
                figures,
                false,
                row.wholeNumber(STATIONS, 0, MOST, problems),
                row.wholeNumber(STATIONS_IN, 0, MOST, problems),
                time(row, problems),
                new Origin(row.number(), Integer.toString(row.number())));
    }

    private static @Nullable LocalDateTime time(ImportRow row, ImportProblems problems) {
        var text = row.text(AT);
        try {
            return text == null ? null : LocalDateTime.parse(text.replace('T', ' '), KPU_TIME);
        } catch (DateTimeParseException e) {
            row.reject(AT, problems, "OFFICIAL_NO_TIME");
            return null;
        }
    }

    /** An empty table with all places of a race, to be filled in and sent back. */
    static String template(RaceRef race, List<String> codes) {
        var header = new ArrayList<>(List.of("kode"));
        race.ballotNumbers().forEach(number -> header.add("suara_" + number));
        header.addAll(List.of("suara_sah", "suara_tidak_sah", "suara_total"));
        var file = new StringBuilder("\uFEFF").append(String.join(";", header)).append("\r\n");
        codes.forEach(
                code -> file.append(code).append(";".repeat(header.size() - 1)).append("\r\n"));
        return file.toString();
    }
}
