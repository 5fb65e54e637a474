package id.deskpilkada.readiness.risk;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.imports.RowKeys;
import id.deskpilkada.platform.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Risks from a file, each of a region at any level or of a TPS. What was closed with a reason stays closed and is named as a warning. */
@Component
class RiskImporter implements Importer {

    static final int LONGEST_NOTE = 500;

    private final Elections elections;
    private final RiskIndicators indicators;
    private final RiskPlaces places;
    private final RiskStore store;

    RiskImporter(Elections elections, RiskIndicators indicators, RiskPlaces places, RiskStore store) {
        this.elections = elections;
        this.indicators = indicators;
        this.places = places;
        this.store = store;
    }

    @Override
    public String kind() {
        return "risks";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.optional("region_code", "kode_wilayah", "wilayah")
                        .example("36.04.05.2002")
                        .note("Kode wilayah pada tingkat apa pun. Boleh diganti kode TPS."),
                Column.optional("tps_code", "kode_tps", "tps")
                        .example("3604052002001")
                        .note("13 angka. Bila kode wilayah juga diisi, TPS harus berada di wilayah itu."),
                Column.required("indicator", "indikator", "kerawanan")
                        .example("FLOOD")
                        .note("Kode indikator atau bunyinya, misalnya Rawan banjir.")
                        .choices(indicators.all().stream()
                                .filter(RiskIndicator::active)
                                .map(RiskIndicator::code)
                                .toArray(String[]::new)),
                Column.optional("note", "catatan", "keterangan")
                        .example("Terendam setiap Januari")
                        .note("Boleh kosong, paling banyak 500 huruf."));
    }

    record ImportedRisk(ImportRow row, String area, String indicator, @Nullable String note) {

        String key() {
            return area + " " + indicator;
        }
    }

    /** What the rows of a file are held against. */
    private record Known(Set<String> regions, Set<String> stations, Map<String, RiskIndicator> indicators) {}

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        long election = elections.electionId(context.election());
        var known = new Known(places.regions(), places.stations(election), indicators.byWord());
        var keys = new RowKeys();
        List<ImportedRisk> risks = new ArrayList<>();
        for (ImportRow row : rows) {
            ImportedRisk read = read(row, known, keys, rows.problems());
            if (read != null) {
                risks.add(read);
            }
        }
        rows.problems().rejectIfAny();
        var closed = store.closed(election);
        List<FieldProblem> warnings = new ArrayList<>();
        risks.stream()
                .filter(risk -> closed.contains(risk.key()))
                .forEach(risk -> warnings.add(risk.row().fault("indicator", "RISK_STAYS_CLOSED")));
        return store.store(election, risks, rows.hasColumn("note"), context.actor(), warnings);
    }

    private @Nullable ImportedRisk read(ImportRow row, Known known, RowKeys keys, ImportProblems problems) {
        String area = area(row, known, problems);
        String indicator = indicator(row, known, problems);
        String note = row.text("note");
        if (note != null && note.length() > LONGEST_NOTE) {
            row.reject("note", problems, "TEXT_TOO_LONG");
            return null;
        }
        if (area == null || indicator == null) {
            return null;
        }
        var column = row.text("tps_code") == null ? "region_code" : "tps_code";
        var risk = new ImportedRisk(row, area, indicator, note);
        return keys.isFirst(risk.key(), row, column, problems) ? risk : null;
    }

    private static @Nullable String indicator(ImportRow row, Known known, ImportProblems problems) {
        String word = row.required("indicator", problems);
        if (word == null) {
            return null;
        }
        RiskIndicator indicator = known.indicators().get(word.toLowerCase(Locale.ROOT));
        if (indicator == null) {
            row.reject("indicator", problems, "UNKNOWN_INDICATOR", word);
            return null;
        }
        if (!indicator.active()) {
            row.reject("indicator", problems, "INDICATOR_INACTIVE", indicator.code());
            return null;
        }
        return indicator.code();
    }

    private @Nullable String area(ImportRow row, Known known, ImportProblems problems) {
        String region = region(row, known, problems);
        String tps = tps(row, known, problems);
        if (row.text("region_code") == null && row.text("tps_code") == null) {
            row.reject("region_code", problems, "REGION_OR_TPS");
        }
        if (row.text("tps_code") == null) {
            return region;
        }
        if (tps != null && region != null && !tps.startsWith(region)) {
            row.reject("tps_code", problems, "TPS_OUTSIDE_REGION", places.code(region));
            return null;
        }
        return row.text("region_code") != null && region == null ? null : tps;
    }

    private @Nullable String region(ImportRow row, Known known, ImportProblems problems) {
        String given = row.text("region_code");
        if (given == null) {
            return null;
        }
        String area = RiskPlaces.region(given).orElse(null);
        String fault = area == null
                ? "MALFORMED_REGION_CODE"
                : !known.regions().contains(area)
                        ? "UNKNOWN_REGION"
                        : !places.concernsUs(area) ? "REGION_NOT_OURS" : null;
        if (fault != null) {
            row.reject("region_code", problems, fault, given);
            return null;
        }
        return area;
    }

    private static @Nullable String tps(ImportRow row, Known known, ImportProblems problems) {
        String given = row.text("tps_code");
        if (given == null) {
            return null;
        }
        if (TpsCode.parse(given).isEmpty()) {
            row.reject("tps_code", problems, "MALFORMED_TPS_CODE");
            return null;
        }
        if (!known.stations().contains(given)) {
            row.reject("tps_code", problems, "UNKNOWN_TPS", given);
            return null;
        }
        return given;
    }

    static Set<String> areas(List<ImportedRisk> rows) {
        var areas = new HashSet<String>();
        rows.forEach(row -> areas.add(row.area()));
        return areas;
    }
}
