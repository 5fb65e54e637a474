package id.deskpilkada.dashboard.map;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SampleBoundaries;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

@WholeApplication
class MapHttpTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    @BeforeEach
    void aDistrictWithOutlines() {
        installation.empty();
        small.started();
        small.load("polling-stations", "kode_tps,alamat,lat,lng\n3604052002001,Balai desa,-6.0642,106.1352\n");
        var people = new People(staff, secrets);
        people.add("camat", "Camat Kramatwatu", "camat@36.04.05");
        people.add("desa", "Admin Margasana", "village-admin@36.04.05.2002");
        people.add("bpbd", "Petugas BPBD", "agency-bpbd@36.04");
        people.add("cocok", "Pencocok", "district-verifier@36.04.05");
        var admin = new DeskClient(port, "admin", "rahasia-admin-uji");
        assertThat(admin.upload("/api/imports/boundaries", "b.geojson", SampleBoundaries.all())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRegionAndItsPartsAreTold() {
        var answer = get("bpbd", "/api/map/areas", null);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/geo+json");
        assertThat(answer.getBody())
                .contains(
                        "{\"type\":\"Feature\",\"id\":\"36.04\",\"properties\":{\"code\":\"36.04\",\"name\":\"Kabupaten Serang\",\"level\":\"REGENCY\",\"self\":true},"
                                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[106.146076,-6.141738]}}")
                .contains("\"id\":\"36.04.05\"", "\"id\":\"36.04.17\"", "MultiPolygon")
                .doesNotContain("36.04.05.2002");
    }

    @Test
    void whoHasTheAnswerAlreadyIsToldSo() {
        for (var path : new String[] {"/api/map/areas?region=36.04.05", "/api/map/stations?region=36.04.05"}) {
            var first = get("camat", path, null);
            String tag = first.getHeaders().getETag();
            assertThat(tag).startsWith("W/\"");
            assertThat(first.getHeaders().getCacheControl()).contains("private", "no-cache");
            assertThat(get("camat", path, tag).getStatusCode().value()).isEqualTo(304);
        }
        String before = get("camat", "/api/map/areas?region=36.04.05", null)
                .getHeaders()
                .getETag();
        installation.asOwner().update("UPDATE desk.boundary SET digest = 'x' WHERE area = '3604052002'");
        assertThat(get("camat", "/api/map/areas?region=36.04.05", before)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void stationsAreThoseWithCoordinates() {
        var answer = get("desa", "/api/map/stations", null);
        assertThat(answer.getBody())
                .contains(
                        "\"id\":\"3604052002001\"",
                        "\"village\":\"36.04.05.2002\"",
                        "\"address\":\"Balai desa\"",
                        "\"state\":\"UNCHECKED\"",
                        "[106.1352,-6.0642]")
                .doesNotContain("3604052002002");
        assertThat(get("desa", "/api/map/stations?layer=apa", null).getBody()).contains("UNKNOWN_LAYER");
    }

    @Test
    void nobodyLooksIntoAnotherDistrict() {
        for (var path : new String[] {
            "/api/map/areas?region=36.04.17",
            "/api/map/areas?region=36.04",
            "/api/map/stations?region=36.04.17",
            "/desk/peta?region=36.04.17",
            "/desk/peta/tabel?region=36.04"
        }) {
            assertThat(get("camat", path, null).getStatusCode().value())
                    .as(path)
                    .isEqualTo(403);
            assertThat(get("desa", path, null).getStatusCode().value()).as(path).isEqualTo(403);
        }
        assertThat(get("cocok", "/api/map/areas?region=36.04.05", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(get("bpbd", "/api/map/areas?region=36.04.99", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void theTableSaysWithoutScriptsWhatTheMapDraws() {
        var regency = get("bpbd", "/desk/peta", null).getBody();
        assertThat(regency)
                .contains("Peta Kabupaten Serang", "data-code=\"36.04.05\"", "data-state=\"UNCHECKED\"", "Baros")
                .contains("/desk/peta?region=36.04.17&amp;lapis=kesiapan");
        var village = get("desa", "/desk/peta", null).getBody();
        assertThat(village)
                .contains("TPS 001", "TPS 002", "1 TPS belum punya koordinat", "Belum diperiksa")
                .doesNotContain("Baros");
    }

    private ResponseEntity<String> get(String username, String path, String tag) {
        var headers = new HttpHeaders();
        headers.setBasicAuth(username, People.PASSWORD);
        headers.set("Accept", path.startsWith("/api") ? "application/geo+json, application/problem+json" : "text/html");
        if (tag != null) {
            headers.setIfNoneMatch(tag);
        }
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }
}
