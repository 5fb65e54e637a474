package id.deskpilkada.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small but complete importer: codes with names, kept in a map. */
class NamesImporter implements Importer {

    final Map<String, String> names = new HashMap<>();

    @Override
    public String kind() {
        return "names";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "kode").example("36.04").note("Kode wilayah."),
                Column.required("name", "nama"),
                Column.optional("open", "buka").choices("ya", "tidak"));
    }

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        Map<String, String> read = new HashMap<>();
        RowKeys keys = new RowKeys();
        for (ImportRow row : rows) {
            String code = row.required("code", rows.problems());
            String name = row.required("name", rows.problems());
            if (code != null && name != null && keys.isFirst(code, row, "code", rows.problems())) {
                read.put(code, name);
            }
        }
        rows.problems().rejectIfAny();
        int before = names.size();
        if (!context.dryRun()) {
            names.putAll(read);
        }
        return new ImportOutcome(read.size(), before, 0, List.of());
    }
}
