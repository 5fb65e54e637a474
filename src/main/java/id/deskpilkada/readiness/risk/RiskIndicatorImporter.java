package id.deskpilkada.readiness.risk;

import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.imports.RowKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Indicators from a file, over those there are: what Bawaslu looks at differs from election to election and from region to region. */
@Component
class RiskIndicatorImporter implements Importer {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{2,40}");
    private static final Pattern OWNER = Pattern.compile("[a-z0-9]{2,20}");
    private static final int LONGEST = 200;

    private final RiskClasses classes;
    private final JdbcClient jdbc;
    private final MessageSource texts;

    RiskIndicatorImporter(RiskClasses classes, JdbcClient jdbc, MessageSource texts) {
        this.classes = classes;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "risk-indicators";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "kode").example("FLOOD").note("Huruf besar, angka dan garis bawah."),
                Column.optional("set", "kelompok")
                        .example("DESK")
                        .note("Kelompok indikator, misalnya BAWASLU atau DESK."),
                Column.required("variable", "variabel")
                        .example("Lokasi TPS")
                        .note("Nama variabel atau kodenya, misalnya LOCATION."),
                Column.required("label", "indikator", "nama")
                        .example("Rawan banjir")
                        .note("Bunyi indikator."),
                Column.optional("label_en", "indikator_en")
                        .example("Prone to floods")
                        .note("Bunyi dalam bahasa Inggris. Boleh kosong."),
                Column.required("weight", "bobot").example("3").note("1 (ringan) sampai 5 (berat)."),
                Column.required("owner", "penanggung_jawab", "instansi")
                        .example("bpbd")
                        .note("Kode instansi seperti pada perannya (agency-bpbd ditulis bpbd), atau desk."),
                Column.optional("active", "aktif")
                        .example("ya")
                        .note("Isi tidak bila tidak dipakai lagi. Kosong berarti ya.")
                        .choices("ya", "tidak"));
    }

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        Map<String, String> variables = variables();
        var keys = new RowKeys();
        List<RiskIndicator> read = new ArrayList<>();
        for (ImportRow row : rows) {
            RiskIndicator indicator = read(row, variables, keys, rows.problems());
            if (indicator != null) {
                read.add(indicator);
            }
        }
        rows.problems().rejectIfAny();
        ImportOutcome outcome = store(read);
        classes.recomputeAll();
        return outcome;
    }

    /** Codes of the known variables by their names in both languages. */
    private Map<String, String> variables() {
        var codes = new HashMap<String, String>();
        for (var code : RiskIndicators.VARIABLES) {
            for (var language : List.of(Locale.forLanguageTag("id"), Locale.ENGLISH)) {
                var name = texts.getMessage("risk.variable." + code, null, code, language);
                codes.put(String.valueOf(name).toLowerCase(Locale.ROOT), code);
            }
        }
        return codes;
    }

    private static @Nullable RiskIndicator read(
            ImportRow row, Map<String, String> variables, RowKeys keys, ImportProblems problems) {
        String code = matching(row, "code", CODE, "MALFORMED_INDICATOR_CODE", problems);
        String variable = row.required("variable", problems);
        String label = row.required("label", problems);
        String weightText = row.required("weight", problems);
        Integer weight = weightText == null ? null : row.wholeNumber("weight", 1, 5, problems);
        String owner = matching(row, "owner", OWNER, "MALFORMED_OWNER", problems);
        Boolean active = row.bool("active", problems);
        String labelEn = row.text("label_en");
        boolean shortEnough = shortEnough(row, "label", problems)
                & shortEnough(row, "variable", problems)
                & shortEnough(row, "label_en", problems)
                & shortEnough(row, "set", problems);
        if (code == null
                || variable == null
                || label == null
                || weight == null
                || owner == null
                || !shortEnough
                || !keys.isFirst(code, row, "code", problems)) {
            return null;
        }
        String set = row.text("set") == null ? "DESK" : row.text("set");
        return new RiskIndicator(
                code,
                set,
                variables.getOrDefault(variable.toLowerCase(Locale.ROOT), variable),
                label,
                labelEn,
                weight,
                owner,
                active == null || active);
    }

    private static @Nullable String matching(
            ImportRow row, String column, Pattern pattern, String fault, ImportProblems problems) {
        String text = row.required(column, problems);
        if (text != null && !pattern.matcher(text).matches()) {
            row.reject(column, problems, fault);
            return null;
        }
        return text;
    }

    private static boolean shortEnough(ImportRow row, String column, ImportProblems problems) {
        String text = row.text(column);
        if (text != null && text.length() > LONGEST) {
            row.reject(column, problems, "TEXT_TOO_LONG");
            return false;
        }
        return true;
    }

    private record Counts(int created, int updated) {}

    private ImportOutcome store(List<RiskIndicator> rows) {
        Counts counts = jdbc.sql(
                        """
                        WITH stored AS (
                          INSERT INTO risk_indicator AS i (code, set_name, variable, label, label_en, weight, owner, active, position)
                          SELECT code, set_name, variable, label, label_en, weight, owner, active, (SELECT coalesce(max(position), 0) FROM risk_indicator) + at
                          FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::boolean[])
                            WITH ORDINALITY AS input (code, set_name, variable, label, label_en, weight, owner, active, at)
                          ON CONFLICT (code) DO UPDATE SET set_name = excluded.set_name, variable = excluded.variable, label = excluded.label,
                            label_en = excluded.label_en, weight = excluded.weight, owner = excluded.owner, active = excluded.active
                          WHERE (i.set_name, i.variable, i.label, i.label_en, i.weight, i.owner, i.active) IS DISTINCT FROM
                            (excluded.set_name, excluded.variable, excluded.label, excluded.label_en, excluded.weight, excluded.owner, excluded.active)
                          RETURNING xmax = 0 AS created)
                        SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS updated FROM stored
                        """)
                .params(
                        texts(rows, RiskIndicator::code),
                        texts(rows, RiskIndicator::setName),
                        texts(rows, RiskIndicator::variable),
                        texts(rows, RiskIndicator::label),
                        texts(rows, RiskIndicator::labelEn),
                        rows.stream().map(RiskIndicator::weight).toArray(Integer[]::new),
                        texts(rows, RiskIndicator::owner),
                        rows.stream().map(RiskIndicator::active).toArray(Boolean[]::new))
                .query(Counts.class)
                .single();
        return new ImportOutcome(
                counts.created(), counts.updated(), rows.size() - counts.created() - counts.updated(), List.of());
    }

    private static @Nullable String[] texts(List<RiskIndicator> rows, Function<RiskIndicator, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
