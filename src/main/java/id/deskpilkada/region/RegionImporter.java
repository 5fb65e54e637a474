package id.deskpilkada.region;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Regions from a file; the level follows from the code, and the parent must be known or stand in the same file. */
@Component
class RegionImporter implements Importer {

    private static final int LONGEST_NAME = 200;

    private final RegionUpsert upsert;

    RegionImporter(RegionUpsert upsert) {
        this.upsert = upsert;
    }

    @Override
    public String kind() {
        return "regions";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "kode")
                        .example("36.04.05.2002")
                        .note("Kode Kemendagri, dengan atau tanpa titik. Tingkat wilayah mengikuti panjang kode."),
                Column.required("name", "nama").example("Margasana").note("Nama tanpa sebutan tingkatnya."),
                Column.optional("lat", "lintang", "latitude")
                        .example("-6.0642")
                        .note("Lintang titik tengah wilayah, dalam derajat. Boleh kosong."),
                Column.optional("lng", "lon", "bujur", "longitude")
                        .example("106.13578")
                        .note("Bujur titik tengah wilayah, dalam derajat. Boleh kosong."));
    }

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        var keys = new RowKeys();
        List<RegionRow> regions = new ArrayList<>();
        List<FieldProblem> warnings = new ArrayList<>();
        for (ImportRow row : rows) {
            RegionRow region = read(row, keys, rows.problems(), warnings);
            if (region != null) {
                regions.add(region);
            }
        }
        requireParents(regions, rows.problems());
        rows.problems().rejectIfAny();
        return upsert.store(regions, rows.hasColumn("lat") && rows.hasColumn("lng"), warnings);
    }

    record RegionRow(ImportRow row, RegionCode code, String name, @Nullable Coordinates at) {}

    private static @Nullable RegionRow read(
            ImportRow row, RowKeys keys, ImportProblems problems, List<FieldProblem> warnings) {
        String text = row.required("code", problems);
        var code = text == null ? null : RegionCode.parse(text).orElse(null);
        if (text != null && code == null) {
            row.reject("code", problems, "MALFORMED_REGION_CODE");
        }
        String name = row.required("name", problems);
        if (name != null && name.length() > LONGEST_NAME) {
            row.reject("name", problems, "TEXT_TOO_LONG");
        }
        Coordinates at = Coordinates.read(row, problems);
        if (at != null && !at.inIndonesia()) {
            warnings.add(row.fault("lat", "OUTSIDE_INDONESIA"));
        }
        if (code == null || name == null || !keys.isFirst(code.value(), row, "code", problems)) {
            return null;
        }
        return new RegionRow(row, code, name, at);
    }

    private void requireParents(List<RegionRow> regions, ImportProblems problems) {
        Set<String> known = new HashSet<>(upsert.codes());
        regions.forEach(region -> known.add(region.code().value()));
        for (RegionRow region : regions) {
            region.code()
                    .parent()
                    .filter(parent -> !known.contains(parent.value()))
                    .ifPresent(parent -> region.row().reject("code", problems, "UNKNOWN_PARENT", parent.value()));
        }
    }
}
