package id.deskpilkada.election.setup;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.imports.Column;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.imports.ImportRows;
import id.deskpilkada.imports.Importer;
import id.deskpilkada.imports.RowKeys;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.region.Coordinates;
import id.deskpilkada.region.RegionCode;
import id.deskpilkada.region.boundary.Boundaries;
import id.deskpilkada.region.boundary.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Polling stations from a file, named by their code or by village and number; where both stand, they must agree. */
@Component
class PollingStationImporter implements Importer {

    private static final double FAR_METRES = 500;

    private final Elections elections;
    private final StationUpsert upsert;
    private final VillageExtents villages;
    private final Boundaries boundaries;

    PollingStationImporter(Elections elections, StationUpsert upsert, VillageExtents villages, Boundaries boundaries) {
        this.elections = elections;
        this.upsert = upsert;
        this.villages = villages;
        this.boundaries = boundaries;
    }

    @Override
    public String kind() {
        return "polling-stations";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.optional("tps_code", "kode_tps")
                        .example("3604052002001")
                        .note(
                                "13 angka: kode desa tanpa titik dan nomor TPS tiga angka. Boleh diganti kode desa dan nomor TPS."),
                Column.optional("village_code", "kode_desa")
                        .example("36.04.05.2002")
                        .note("Kode desa/kelurahan, dengan atau tanpa titik."),
                Column.optional("tps_number", "nomor_tps")
                        .example("1")
                        .note("1 sampai 999; 901 ke atas untuk lokasi khusus."),
                Column.optional("address", "alamat")
                        .example("Halaman SDN Margasana 1")
                        .note("Letak TPS. Boleh kosong."),
                Column.optional("lat", "lintang", "latitude")
                        .example("-6.0642")
                        .note("Lintang, dalam derajat. Boleh kosong."),
                Column.optional("lng", "lon", "bujur", "longitude")
                        .example("106.1358")
                        .note("Bujur, dalam derajat. Boleh kosong."));
    }

    @Override
    public ImportOutcome apply(ImportRows rows, ImportContext context) {
        long election = elections.electionId(context.election());
        Set<String> known = upsert.villages();
        var keys = new RowKeys();
        List<StationRow> stations = new ArrayList<>();
        for (ImportRow row : rows) {
            StationRow station = read(row, known, keys, rows.problems());
            if (station != null) {
                stations.add(station);
            }
        }
        refuseNewWhileCounting(election, stations, rows.problems());
        rows.problems().rejectIfAny();
        boolean address = rows.hasColumn("address");
        boolean place = rows.hasColumn("lat") && rows.hasColumn("lng");
        return upsert.store(election, stations, address, place, farAway(stations));
    }

    record StationRow(ImportRow row, TpsCode code, @Nullable String address, @Nullable Coordinates at) {}

    private static @Nullable StationRow read(
            ImportRow row, Set<String> villages, RowKeys keys, ImportProblems problems) {
        Coordinates at = Coordinates.read(row, problems);
        TpsCode code = code(row, problems);
        if (code == null) {
            return null;
        }
        String column = row.text("tps_code") == null ? "tps_number" : "tps_code";
        if (!villages.contains(code.villageArea())) {
            String dotted = Area.dotted(code.villageArea());
            row.reject(row.text("village_code") == null ? column : "village_code", problems, "UNKNOWN_VILLAGE", dotted);
            return null;
        }
        if (!keys.isFirst(code.value(), row, column, problems)) {
            return null;
        }
        return new StationRow(row, code, row.text("address"), at);
    }

    private static @Nullable TpsCode code(ImportRow row, ImportProblems problems) {
        String given = row.text("tps_code");
        TpsCode code = given == null ? null : TpsCode.parse(given).orElse(null);
        if (given != null && code == null) {
            row.reject("tps_code", problems, "MALFORMED_TPS_CODE");
        }
        String village = village(row, problems);
        Integer number = row.wholeNumber("tps_number", 1, 999, problems);
        if (given == null) {
            return composed(row, village, number, problems);
        }
        if (code == null) {
            return null;
        }
        if (village != null && !village.equals(code.villageArea())) {
            row.reject("tps_code", problems, "TPS_CONTRADICTS_VILLAGE", row.text("village_code") + "");
            return null;
        }
        if (number != null && number != code.number()) {
            row.reject("tps_number", problems, "TPS_CONTRADICTS_NUMBER", Integer.toString(code.number()));
            return null;
        }
        return code;
    }

    private static @Nullable TpsCode composed(
            ImportRow row, @Nullable String village, @Nullable Integer number, ImportProblems problems) {
        if (row.text("village_code") == null) {
            row.reject("tps_code", problems, "TPS_CODE_OR_VILLAGE");
        } else if (row.text("tps_number") == null) {
            row.reject("tps_number", problems, "REQUIRED");
        }
        return village == null || number == null ? null : TpsCode.of(village, number);
    }

    private static @Nullable String village(ImportRow row, ImportProblems problems) {
        String given = row.text("village_code");
        if (given == null) {
            return null;
        }
        String area = RegionCode.parse(given).map(RegionCode::area).orElse("");
        if (area.length() != 10) {
            row.reject("village_code", problems, "MALFORMED_VILLAGE_CODE");
            return null;
        }
        return area;
    }

    /** A round that counts has opened its cases; a station that comes later would be expected by nobody. */
    private void refuseNewWhileCounting(long election, List<StationRow> stations, ImportProblems problems) {
        boolean counting = elections.rounds(election).stream().anyMatch(round -> round.phase() == RoundPhase.COUNTING);
        if (counting) {
            Set<String> stored = upsert.codes(election);
            stations.stream()
                    .filter(station -> !stored.contains(station.code().value()))
                    .forEach(station -> station.row().reject("tps_code", problems, "TPS_WHILE_COUNTING"));
        }
    }

    private List<FieldProblem> farAway(List<StationRow> stations) {
        List<StationRow> placed =
                stations.stream().filter(station -> station.at() != null).toList();
        if (placed.isEmpty()) {
            return List.of();
        }
        Map<String, VillageExtents.Extent> extents = villages.byRegency();
        Map<String, Outline> outlines = boundaries.outlines(
                placed.stream().map(station -> station.code().villageArea()).collect(Collectors.toSet()));
        return placed.stream()
                .flatMap(station -> misplaced(
                        station,
                        Objects.requireNonNull(station.at()),
                        extents.get(station.code().value().substring(0, 4)),
                        outlines.get(station.code().villageArea())))
                .toList();
    }

    private static Stream<FieldProblem> misplaced(
            StationRow station, Coordinates at, VillageExtents.@Nullable Extent regency, @Nullable Outline village) {
        if (regency != null && !regency.contains(at)) {
            return Stream.of(station.row().fault("lat", "OUTSIDE_REGENCY"));
        }
        double away = village == null ? 0 : village.metresOutside(at);
        return away > FAR_METRES
                ? Stream.of(station.row().fault("lat", "OUTSIDE_VILLAGE", Math.round(away)))
                : Stream.empty();
    }
}
