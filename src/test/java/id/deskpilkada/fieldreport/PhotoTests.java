package id.deskpilkada.fieldreport;

import static id.deskpilkada.fieldreport.LedgerFixture.OTHER_VILLAGE;
import static id.deskpilkada.fieldreport.LedgerFixture.TPS;
import static id.deskpilkada.fieldreport.LedgerFixture.sha256;
import static id.deskpilkada.fieldreport.LedgerFixture.voting;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class PhotoTests {

    @Autowired
    LedgerFixture ledger;

    @Autowired
    Photos photos;

    @Autowired
    Installation installation;

    @BeforeEach
    void setUp() {
        ledger.setUp();
    }

    @Test
    void aPhotoIsStoredOnceAndItsOriginalIsKeptAsItIs() {
        var photo = PhotoFiles.jpegHeld(1, 40, 20);

        assertThat(put(photo, "image/jpeg").status()).isEqualTo(201);
        assertThat(put(photo, "application/octet-stream").status()).isEqualTo(200);
        assertThat(installation.asOwner().queryForObject("SELECT original FROM photo", byte[].class))
                .isEqualTo(photo);
        assertThat(photos.stored(List.of(sha256(photo), "0".repeat(64)))).isEqualTo(Set.of(sha256(photo)));
    }

    @Test
    void theCopyHoldsNothingButThePicture() throws Exception {
        var photo = PhotoFiles.jpegHeld(1, 40, 20);
        put(photo, "image/jpeg");
        var copy = get("petugas", photo);

        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Nama Petugas");
        assertThat(new String(copy.response().body(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Nama Petugas")
                .doesNotContain("Exif");
        assertThat(copy.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(copy.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(copy.header("Cache-Control")).contains("private").contains("no-cache");
        assertThat(copy.header("Content-Disposition")).startsWith("inline");
        assertThat(picture(copy).getWidth()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({"1,80,40,L", "2,80,40,R", "3,80,40,R", "4,80,40,L", "5,40,80,T", "6,40,80,T", "7,40,80,B", "8,40,80,B"})
    void thePhotoIsPutUpright(int held, int width, int height, String redSide) throws Exception {
        var photo = PhotoFiles.jpegHeld(held, 80, 40);
        put(photo, "image/jpeg");
        var picture = picture(get("petugas", photo));

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        assertThat(red(picture, 4, 4)).isEqualTo(redSide.equals("L") || redSide.equals("T"));
        assertThat(red(picture, width - 5, height - 5)).isEqualTo(redSide.equals("R") || redSide.equals("B"));
        assertThat(red(picture, width - 5, 4)).isEqualTo(redSide.equals("R") || redSide.equals("T"));
    }

    @Test
    void aLargePhotoBecomesSmallEnoughForAPhone() throws Exception {
        var photo = PhotoFiles.jpeg(4200, 2100);
        assertThat(put(photo, "image/jpeg").status()).isEqualTo(201);
        var picture = picture(get("petugas", photo));
        assertThat(picture.getWidth()).isEqualTo(2000);
        assertThat(picture.getHeight()).isEqualTo(1000);
        assertThat(installation.asOwner().queryForMap("SELECT width, height FROM photo"))
                .containsEntry("width", 4200);
    }

    @Test
    void pngAndWebpAreTakenWhateverTheyAreCalled() throws Exception {
        assertThat(put(PhotoFiles.png(30, 20), "image/jpeg").status()).isEqualTo(201);
        assertThat(put(PhotoFiles.WEBP, "image/webp").status()).isEqualTo(201);
        assertThat(installation.asOwner().queryForList("SELECT media_type FROM photo ORDER BY 1", String.class))
                .containsExactly("image/png", "image/webp");
        assertThat(picture(get("petugas", PhotoFiles.WEBP)).getWidth()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<!doctype html><script>alert(1)</script>",
                "GIF89a",
                "",
                "RIFF0000WEBP",
                "PK\u0003\u0004"
            })
    void whatIsNoPhotoIsRefusedWhateverItIsCalled(String file) {
        var answer = put(file.getBytes(StandardCharsets.UTF_8), "image/jpeg");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("NOT_AN_IMAGE");
        assertThat(installation.asOwner().queryForObject("SELECT count(*) FROM photo", Integer.class))
                .isZero();
    }

    @Test
    void aDamagedPhotoIsRefused() {
        var cut = java.util.Arrays.copyOf(PhotoFiles.jpeg(400, 300), 40);
        assertThat(put(cut, "image/jpeg").code()).isEqualTo("NOT_AN_IMAGE");
        assertThat(put(PhotoFiles.pngClaiming(100, 100), "image/png").code()).isEqualTo("NOT_AN_IMAGE");
    }

    @Test
    void aBombIsRefusedBeforeItUnfolds() {
        var answer = put(PhotoFiles.pngClaiming(60_000, 60_000), "image/png");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("PHOTO_TOO_MANY_PIXELS");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300})
    void aJpegThatIsPaintedOverAndOverIsRefusedBeforeItIsPaintedAtAll(int hiddenIn) {
        var answer = put(PhotoFiles.jpegOfScans(1600, 1200, 250, hiddenIn), "image/jpeg");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("NOT_AN_IMAGE");
        assertThat(put(PhotoFiles.jpegOfScans(1600, 1200, 12, 0), "image/jpeg").status())
                .as("a photo for slow lines")
                .isEqualTo(201);
    }

    @Test
    void anotherHashIsRefused() {
        var answer = ledger.send("petugas", "PUT", "/api/photos/" + "0".repeat(64), "image/png", PhotoFiles.png(3, 3));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("PHOTO_HASH_DIFFERS");
        assertThat(ledger.send("petugas", "PUT", "/api/photos/abc", "image/png", PhotoFiles.png(3, 3))
                        .errors())
                .containsExactly("sha256 NOT_A_HASH");
    }

    @Test
    void aFileAboveEightMebibytesIsRefusedAnnouncedOrNot() throws Exception {
        var big = new byte[8 * 1024 * 1024 + 1];
        assertThat(put(big, "image/jpeg").status()).isEqualTo(413);
        assertThat(put(big, "image/jpeg").code()).isEqualTo("PHOTO_TOO_LARGE");
        var chunked = HttpRequest.newBuilder(ledger.uri("/api/photos/" + sha256(big)))
                .header("Authorization", "Bearer petugas")
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(big)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(chunked, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aPhotoIsSeenThroughAReportOfOnesAreaOnly() {
        var photo = PhotoFiles.jpeg(20, 20);
        put(photo, "image/jpeg");
        assertThat(get("verifikator", photo).code()).isEqualTo("PHOTO_NOT_FOUND");

        var report = UUID.randomUUID();
        ledger.put("petugas", report, voting(TPS, "{\"photos\":[\"" + sha256(photo) + "\"]}"));
        assertThat(get("verifikator", photo).status()).isEqualTo(200);
        assertThat(get("desalain", photo).status()).isEqualTo(404);
        assertThat(get("petugas", PhotoFiles.jpeg(21, 21)).status()).isEqualTo(404);
        assertThat(photos.reportsNaming(sha256(photo))).containsExactly(report);

        ledger.put("desalain", UUID.randomUUID(), voting(OTHER_VILLAGE, "{\"photos\":[\"" + sha256(photo) + "\"]}"));
        assertThat(photos.reportsNaming(sha256(photo))).hasSize(2).startsWith(report);
        assertThat(get("desalain", photo).status()).isEqualTo(200);
    }

    @Test
    void aPhotoThatIsKnownIsNotSentAgain() throws Exception {
        var photo = PhotoFiles.jpeg(20, 20);
        put(photo, "image/jpeg");
        var tag = get("petugas", photo).header("ETag");
        var request = HttpRequest.newBuilder(ledger.uri("/api/photos/" + sha256(photo)))
                .header("Authorization", "Bearer petugas")
                .header("If-None-Match", tag)
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aPageOfOursStoresAPhotoToo() {
        var photo = PhotoFiles.png(5, 5);
        assertThat(photos.store(photo, ledger.actor("admindesa"))).isEqualTo(sha256(photo));
        assertThat(get("admindesa", photo).status()).isEqualTo(200);
    }

    private LedgerFixture.Answer put(byte[] photo, String contentType) {
        return ledger.send("petugas", "PUT", "/api/photos/" + sha256(photo), contentType, photo);
    }

    private LedgerFixture.Answer get(String username, byte[] photo) {
        return ledger.get(username, "/api/photos/" + sha256(photo));
    }

    private static BufferedImage picture(LedgerFixture.Answer answer) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(answer.response().body()));
    }

    private static boolean red(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > colour.getBlue();
    }
}
