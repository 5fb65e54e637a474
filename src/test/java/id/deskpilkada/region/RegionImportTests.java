package id.deskpilkada.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.Imports;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class RegionImportTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    Imports imports;

    @Autowired
    Regions regions;

    @BeforeEach
    void empty() {
        installation.empty();
    }

    @Test
    void whatIsCreatedChangedAndLeftIsCounted() {
        var first = small.load("regions", "kode,nama,lat,lng\n36,Banten,,\n36.04,Serang,-6.14,106.14\n");
        assertThat(first.created()).isEqualTo(2);
        var second = small.load(
                "regions",
                "code;name;lat;lng\n36;Banten;;\n3604;Kabupaten Serang;-6,14;106,14\n36.04.05;Kramatwatu;;\n");
        assertThat(second.created()).isOne();
        assertThat(second.updated()).isOne();
        assertThat(second.unchanged()).isOne();
        assertThat(regions.name("3604")).isEqualTo("Kabupaten Serang");
        assertThat(regions.installation().name()).isEqualTo("Kabupaten Serang");
    }

    @Test
    void anAbsentColumnLeavesWhatIsStoredAndAnEmptyCellClearsIt() {
        small.regions();
        assertThat(small.load("regions", "kode,nama\n36.04,Kabupaten Serang\n").unchanged())
                .isOne();
        assertThat(regions.require("36.04").lat()).isEqualTo(-6.141738);
        assertThat(small.load("regions", "kode,nama,lat,lng\n36.04,Kabupaten Serang,,\n")
                        .updated())
                .isOne();
        assertThat(regions.require("36.04").lat()).isNull();
    }

    @Test
    void everyBadRowIsNamedAndNothingIsStored() {
        String file =
                """
                kode,nama,level,lat,lng
                36,Banten,provinsi,,
                36.05,,kabupaten,,
                36.04.99.2001,Tanpa induk,desa,,
                36.4,Salah,kabupaten,,
                36,Banten lagi,provinsi,,
                36.04,Serang,kabupaten,106.1,-6.1
                36.06,Kota,kota,-6.1,
                """;
        assertThatThrownBy(() -> small.load("regions", file)).isInstanceOfSatisfying(Problem.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("IMPORT_REJECTED");
            assertThat(refusal.errors())
                    .extracting(FieldProblem::row, FieldProblem::column, FieldProblem::value, FieldProblem::code)
                    .containsExactly(
                            tuple(3, "name", null, "REQUIRED"),
                            tuple(4, "code", "36.04.99.2001", "UNKNOWN_PARENT"),
                            tuple(5, "code", "36.4", "MALFORMED_REGION_CODE"),
                            tuple(6, "code", "36", "DUPLICATE_ROW"),
                            tuple(7, "lat", "106.1", "OUT_OF_RANGE"),
                            tuple(8, "lng", null, "COORDINATES_INCOMPLETE"));
        });
        assertThat(regions.find("36")).isEmpty();
    }

    @Test
    void coordinatesOutsideTheCountryAreAWarning() {
        var result = small.load("regions", "kode,nama,lat,lng\n36,Banten,52.1,5.1\n");
        assertThat(result.warnings()).extracting(FieldProblem::code).containsExactly("OUTSIDE_INDONESIA");
        assertThat(regions.find("36")).isPresent();
    }

    @Test
    void aDryRunStoresNothing() {
        var result = imports.run(
                "regions",
                "kode,nama\n36,Banten\n".getBytes(StandardCharsets.UTF_8),
                new ImportContext(null, true, null));
        assertThat(result.created()).isOne();
        assertThat(regions.find("36")).isEmpty();
    }

    @Test
    void childrenDistrictsAndNeighboursAreKnown() {
        small.regions();
        assertThat(regions.children("36.04")).extracting(Region::code).containsExactly("36.04.05", "36.04.17");
        assertThat(regions.districts()).hasSize(2);
        assertThat(regions.neighbours("360405", 3)).containsExactly("360417");
        assertThat(regions.name("3604059999")).isEqualTo("36.04.05.9999");
        assertThat(regions.zoneName()).isEqualTo("WIB");
        assertThatThrownBy(() -> regions.require("99")).hasMessageContaining("UNKNOWN_REGION");
    }

    @Test
    void theInstallationIsKnownByItsCodeBeforeRegionsAreImported() {
        assertThat(regions.installation())
                .isEqualTo(new Region("36.04", "3604", "36.04", RegionLevel.REGENCY, "36", null, null));
    }
}
