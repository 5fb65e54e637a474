package id.deskpilkada.region.boundary;

import id.deskpilkada.imports.DocumentImporter;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Coordinates;
import id.deskpilkada.region.RegionCode;
import id.deskpilkada.region.boundary.GeoJsonFile.AreaFeature;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Outlines from a GeoJSON file, matched by Kemendagri code and drawn simpler until they are light enough for a telephone. */
@Component
class BoundaryImporter implements DocumentImporter {

    static final int STORED_POINTS = 2_000;

    private final BoundaryStore store;
    private final DeskSettings settings;

    BoundaryImporter(BoundaryStore store, DeskSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "boundaries";
    }

    @Override
    public String fileNames() {
        return ".geojson,.json";
    }

    @Override
    public Supplier<ImportOutcome> prepare(byte[] content, ImportContext context) {
        var problems = new ImportProblems();
        var features = GeoJsonFile.read(content, problems);
        return () -> apply(features, problems);
    }

    private ImportOutcome apply(List<AreaFeature> features, ImportProblems problems) {
        Set<String> known = store.regions(settings.area());
        var place = store.extent(settings.area());
        Set<String> seen = new HashSet<>();
        Map<String, Outline> outlines = new TreeMap<>();
        int elsewhere = 0;
        for (var feature : features) {
            String area = RegionCode.parse(feature.code()).map(RegionCode::area).orElse("");
            if (area.isEmpty()) {
                reject(problems, feature, "kode", "MALFORMED_REGION_CODE");
            } else if (!area.startsWith(settings.area())) {
                elsewhere++;
            } else if (!known.contains(area)) {
                reject(problems, feature, "kode", "UNKNOWN_REGION", feature.code());
            } else if (!seen.add(area)) {
                reject(problems, feature, "kode", "BOUNDARY_TWICE");
            } else if (!place.contains(feature.outline().middle())) {
                reject(problems, feature, "geometry", "BOUNDARY_ELSEWHERE");
            } else {
                feature.outline()
                        .within(STORED_POINTS)
                        .ifPresentOrElse(
                                simple -> outlines.put(area, simple),
                                () -> reject(problems, feature, "geometry", "TOO_MANY_POINTS", STORED_POINTS));
            }
        }
        problems.rejectIfAny();
        if (outlines.isEmpty()) {
            throw Problem.unprocessable("NO_BOUNDARY_OF_HERE", settings.regency());
        }
        return store.put(outlines, left(elsewhere));
    }

    private List<FieldProblem> left(int elsewhere) {
        return elsewhere == 0
                ? List.of()
                : List.of(FieldProblem.field("file", null, "BOUNDARIES_LEFT_OUT", elsewhere, settings.regency()));
    }

    private static void reject(
            ImportProblems problems, AreaFeature feature, String column, String code, Object... arguments) {
        problems.add(FieldProblem.row(feature.number(), column, feature.code(), code, arguments));
    }

    /** The box around the known centres of the installation's regions, and some 20 km more. */
    record Extent(double south, double north, double west, double east) {

        boolean contains(Coordinates point) {
            return point.lat() >= south && point.lat() <= north && point.lng() >= west && point.lng() <= east;
        }
    }
}
