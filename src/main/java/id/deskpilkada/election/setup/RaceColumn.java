package id.deskpilkada.election.setup;

import static java.util.stream.Collectors.toMap;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The column that names the race of a row; in an election with a single race it may be left out. */
final class RaceColumn {

    static final String NAME = "race";

    private final Map<String, RaceRef> byWord;
    private final @Nullable RaceRef only;

    RaceColumn(List<RaceRef> races) {
        this.byWord = races.stream()
                .collect(toMap(
                        race -> race.code().toLowerCase(Locale.ROOT), race -> race, (a, b) -> a, LinkedHashMap::new));
        this.only = races.size() == 1 ? races.get(0) : null;
    }

    static Column column() {
        return Column.optional(NAME, "jenis_pemilihan")
                .example("BUPATI")
                .note(
                        "GUBERNUR, BUPATI, WALIKOTA, PPWP, atau DPD. Boleh kosong bila pemilihan hanya memiliki satu jenis.");
    }

    @Nullable
    RaceRef read(ImportRow row, ImportProblems problems) {
        if (row.text(NAME) == null && only != null) {
            return only;
        }
        return row.required(NAME, problems) == null ? null : row.choice(NAME, byWord, problems);
    }
}
