package id.deskpilkada.region.boundary;

import static id.deskpilkada.SampleBoundaries.collection;
import static id.deskpilkada.SampleBoundaries.feature;
import static id.deskpilkada.SampleBoundaries.square;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SampleBoundaries;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.FieldProblem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class BoundaryImportTests {

    private static final String HERE = square("36.04.05", -6.06, 106.12, 0.02);

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    Boundaries boundaries;

    @LocalServerPort
    int port;

    DeskClient admin;

    @BeforeEach
    void regions() {
        installation.empty();
        small.prepared();
        admin = new DeskClient(port, "admin", "rahasia-admin-uji");
    }

    @Test
    void outlinesAreStoredByCodeAndCounted() {
        var first = load(SampleBoundaries.all(), false);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("created").asInt()).isEqualTo(5);
        var again = load(collection(HERE, square("36.04.17", -6.21, 106.12, 0.02)), false);
        assertThat(again.body().path("updated").asInt()).isOne();
        assertThat(again.body().path("unchanged").asInt()).isOne();
        assertThat(boundaries.outlines(List.of("360405", "360417", "360499"))).containsOnlyKeys("360405", "360417");
    }

    @Test
    void aTrialRunStoresNothing() {
        assertThat(load(SampleBoundaries.all(), true).body().path("created").asInt())
                .isEqualTo(5);
        assertThat(boundaries.digests(List.of("360405"))).isEmpty();
    }

    @Test
    void regionsElsewhereAreLeftOutAndCounted() {
        var answer = load(collection(HERE, square("36.01.01", -6.6, 105.7, 0.02)), false);
        assertThat(answer.body().path("created").asInt()).isOne();
        assertThat(answer.body().path("warnings").get(0).path("message").asText())
                .isEqualTo("1 wilayah di luar 36.04 tidak diambil.");
    }

    @Test
    void everyBadFeatureIsNamedAtOnceAndNothingIsStored() {
        var answer = load(
                collection(
                        HERE,
                        HERE,
                        square("36.04.99", -6.06, 106.12, 0.01),
                        square("x", -6.06, 106.12, 0.01),
                        square("", -6.06, 106.12, 0.01),
                        square("36.04.17", -2, 110, 0.01),
                        feature("36.04.05.2001", "{\"type\": \"Point\", \"coordinates\": [106.1, -6]}"),
                        feature("36.04.05.2002", "{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,1],[0,0]]]}"),
                        feature(
                                "36.04.05.2002",
                                "{\"type\": \"Polygon\", \"coordinates\": [[[620001,9330012],[1,1],[2,0]]]}"),
                        feature("36.04.05.2002", "null")),
                false);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsText("code"))
                .containsExactly(
                        "BOUNDARY_TWICE",
                        "UNKNOWN_REGION",
                        "MALFORMED_REGION_CODE",
                        "FEATURE_WITHOUT_CODE",
                        "BOUNDARY_ELSEWHERE",
                        "GEOMETRY_NO_AREA",
                        "GEOMETRY_BROKEN",
                        "NOT_DEGREES",
                        "GEOMETRY_NO_AREA");
        assertThat(answer.body().path("errors").get(1).path("row").asInt()).isEqualTo(3);
        assertThat(boundaries.digests(List.of("360405"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EMPTY_FILE            | ''
                    BAD_GEOJSON           | {"type": "FeatureCollection", "features": [
                    BAD_GEOJSON           | kode,nama
                    NO_FEATURE_COLLECTION | []
                    NO_FEATURE_COLLECTION | {"type": "Topology", "objects": {}}
                    NO_BOUNDARY_OF_HERE   | {"type": "FeatureCollection", "features": []}
                    NOT_WGS84             | {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32748"}}, "features": []}
                    """)
    void aFileThatIsNoGeoJsonIsRefusedWithItsReason(String code, String content) {
        var answer = load(content, false);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
        assertThat(answer.body().path("detail").asText()).isNotBlank().doesNotContain("problem.");
    }

    @Test
    void tooManyPointsAreRefused() {
        var ring = new StringBuilder("[106.1,-6.05]");
        for (int i = 0; i <= Geometries.MOST_POINTS; i++) {
            ring.append(",[106.")
                    .append(100 + i % 90)
                    .append(",-6.")
                    .append(100 + i % 7)
                    .append(']');
        }
        var answer = load(
                collection(feature("36.04.05", "{\"type\": \"Polygon\", \"coordinates\": [[" + ring + "]]}")), false);
        assertThat(answer.body().path("errors").findValuesAsText("code")).containsExactly("TOO_MANY_POINTS");
    }

    @Test
    void codesOfTheSurveyAgencyAreKnownToo() {
        var answer = load(collection(HERE.replace("\"kode\"", "\"NAMOBJ\": \"x\", \"KDCPUM\"")), false);
        assertThat(answer.body().path("created").asInt()).isOne();
    }

    @Test
    void aStationFarOutsideItsVillageIsAWarning() {
        load(SampleBoundaries.all(), false);
        var result = small.load(
                "polling-stations",
                "kode_tps,lat,lng\n3604052002001,-6.0642,106.1352\n3604052002002,-6.0642,106.1510\n3604052001001,-6.0642,106.1270\n");
        assertThat(result.warnings()).extracting(FieldProblem::code).containsExactly("OUTSIDE_VILLAGE");
        assertThat(result.warnings().get(0).row()).isEqualTo(3);
        assertThat(result.warnings().get(0).arguments()).containsExactly(553L);
    }

    @Test
    void thereIsNoWorkbookForIt() {
        var answer = admin.get("/api/imports/boundaries/template.xlsx");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("code").asText()).isEqualTo("IMPORT_IS_NO_TABLE");
        assertThat(admin.get("/api/imports").text()).contains("boundaries");
    }

    @Test
    void nobodyElseImportsThem() {
        assertThat(new DeskClient(port, "siapa", "bukan")
                        .upload("/api/imports/boundaries", "b.geojson", SampleBoundaries.all())
                        .status())
                .isEqualTo(401);
    }

    private DeskClient.Answer load(String geoJson, boolean dryRun) {
        return admin.upload("/api/imports/boundaries?dryRun=" + dryRun, "batas.geojson", geoJson);
    }
}
