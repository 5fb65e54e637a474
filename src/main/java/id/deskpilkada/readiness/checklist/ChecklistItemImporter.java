package id.deskpilkada.readiness.checklist;

import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.imports.RowKeys;
import id.deskpilkada.readiness.ReadinessStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Items of the checklist from a file: new ones are added, known ones change, and {@code active} "tidak" retires one. */
@Component
class ChecklistItemImporter implements Importer {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern OWNER = Pattern.compile("[a-z0-9]{2,20}");
    private static final List<String> GROUPS =
            List.of("SITE", "ACCESS", "POWER", "SIGNAL", "FLOOD", "CONFLICT", "PEOPLE", "HELP", "LOGISTICS");

    private final Checklist checklist;
    private final JdbcClient jdbc;

    ChecklistItemImporter(Checklist checklist, JdbcClient jdbc) {
        this.checklist = checklist;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "checklist-items";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "kode").example("AWNING").note("Huruf besar, angka, garis bawah."),
                Column.required("stage", "tahap")
                        .example("SITE")
                        .choices("SITE", "LOGISTICS")
                        .note("SITE: tempat dan petugas (H-7); LOGISTICS: logistik (H-1)."),
                Column.required("group", "kelompok")
                        .example("SITE")
                        .choices(GROUPS.toArray(String[]::new))
                        .note("Menentukan siapa yang menindaklanjuti."),
                Column.required("label", "butir").example("Tenda cadangan").note("Yang dibaca petugas."),
                Column.optional("label_en", "butir_en").example("Spare tent").note("Dalam bahasa Inggris."),
                Column.optional("owner", "pemilik")
                        .example("bpbd")
                        .note("Kode instansi atau camat, bila bukan pemilik kelompoknya."),
                Column.optional("blocking", "menghalangi")
                        .example("tidak")
                        .note("\"ya\": tanpa ini TPS tidak siap. Kosong berarti tidak."),
                Column.optional("follow_up_days", "hari").example("3").note("Waktu tindak lanjut, 0 sampai 30 hari."),
                Column.optional("position", "urutan").example("45").note("Urutan di formulir."),
                Column.optional("active", "aktif")
                        .example("ya")
                        .note("\"tidak\" tidak lagi menanyakan butir ini; laporan lama tetap."));
    }

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        var known = checklist.byCode();
        var keys = new RowKeys();
        List<ChecklistItem> items = new ArrayList<>();
        for (ImportRow row : rows) {
            var item = read(row, known, keys, rows.problems());
            if (item != null) {
                items.add(item);
            }
        }
        rows.problems().rejectIfAny();
        int created = 0;
        int updated = 0;
        for (var item : items) {
            var before = known.get(item.code());
            if (!item.equals(before)) {
                store(item);
                created += before == null ? 1 : 0;
                updated += before == null ? 0 : 1;
            }
        }
        return new ImportOutcome(created, updated, items.size() - created - updated, List.of());
    }

    private static @Nullable ChecklistItem read(
            ImportRow row, Map<String, ChecklistItem> known, RowKeys keys, ImportProblems problems) {
        var code = row.required("code", problems);
        var stage = row.choice("stage", words(Stream.of(ReadinessStage.values()).map(Enum::name)), problems);
        var group = row.choice("group", words(GROUPS.stream()), problems);
        var label = row.required("label", problems);
        var days = row.wholeNumber("follow_up_days", 0, 30, problems);
        var position = row.wholeNumber("position", 0, 9999, problems);
        var blocking = row.bool("blocking", problems);
        var active = row.bool("active", problems);
        var owner = row.text("owner");
        if (owner != null && !OWNER.matcher(owner).matches()) {
            row.reject("owner", problems, "MALFORMED_ITEM_OWNER");
        }
        if (code == null || !CODE.matcher(code).matches()) {
            row.reject("code", problems, "MALFORMED_ITEM_CODE");
            return null;
        }
        var before = known.get(code);
        if (stage == null || group == null || label == null || !keys.isFirst(code, row, "code", problems)) {
            required(row, stage, group, problems);
            return null;
        }
        if (before != null && !before.stage().name().equals(stage)) {
            row.reject("stage", problems, "CHECKLIST_STAGE_FIXED");
            return null;
        }
        var english = row.text("label_en");
        return new ChecklistItem(
                code,
                ReadinessStage.valueOf(stage),
                group,
                label,
                english != null ? english : before != null ? before.labelEn() : label,
                owner,
                Boolean.TRUE.equals(blocking),
                days != null ? days : before != null ? before.followUpDays() : 3,
                position != null ? position : before != null ? before.position() : 999,
                !Boolean.FALSE.equals(active));
    }

    private static void required(
            ImportRow row, @Nullable String stage, @Nullable String group, ImportProblems problems) {
        if (stage == null && row.text("stage") == null) {
            row.reject("stage", problems, "REQUIRED");
        }
        if (group == null && row.text("group") == null) {
            row.reject("group", problems, "REQUIRED");
        }
    }

    private static Map<String, String> words(Stream<String> codes) {
        return codes.collect(Collectors.toMap(code -> code.toLowerCase(Locale.ROOT), Function.identity()));
    }

    private void store(ChecklistItem item) {
        jdbc.sql(
                        """
                        INSERT INTO checklist_item (code, stage, item_group, label, label_en, owner, blocking, follow_up_days, position, active)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (code) DO UPDATE SET item_group = excluded.item_group, label = excluded.label, label_en = excluded.label_en,
                          owner = excluded.owner, blocking = excluded.blocking, follow_up_days = excluded.follow_up_days, position = excluded.position,
                          active = excluded.active
                        """)
                .params(item.code(), item.stage().name(), item.itemGroup(), item.label(), item.labelEn(), item.owner())
                .params(item.blocking(), item.followUpDays(), item.position(), item.active())
                .update();
    }
}
