package id.deskpilkada.fieldreport;

import static id.deskpilkada.fieldreport.LedgerFixture.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.LedgerFixture.Answer;
import id.deskpilkada.retention.Retention;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A photo in parts arrives whole or not at all, whatever happens between two parts. */
@WholeApplication
class PhotoPartTests {

    private static final byte[] PHOTO = PhotoFiles.jpeg(300, 200);
    private static final String HASH = sha256(PHOTO);

    @Autowired
    LedgerFixture ledger;

    @Autowired
    Installation installation;

    @Autowired
    Retention retention;

    private final HttpClient client = HttpClient.newHttpClient();
    private JdbcTemplate owner;

    @BeforeEach
    void setUp() {
        ledger.setUp();
        owner = installation.asOwner();
    }

    @Test
    void partsBecomeThePhoto() {
        assertThat(head("petugas").status()).isEqualTo(404);
        assertStands(part("petugas", 0, 400), 204, 400, "?0");
        assertStands(head("petugas"), 204, 400, "?0");
        assertStands(part("petugas", 400, 900), 204, 900, "?0");
        assertThat(ledger.get("petugas", "/api/photos/" + HASH).status()).isEqualTo(404);

        assertStands(part("petugas", 900, PHOTO.length), 201, PHOTO.length, "?1");
        assertThat(owner.queryForObject("SELECT original FROM photo", byte[].class))
                .isEqualTo(PHOTO);
        assertThat(ledger.get("petugas", "/api/photos/" + HASH).status()).isEqualTo(200);
        assertThat(left()).isZero();
        assertStands(head("petugas"), 200, PHOTO.length, "?1");
        assertStands(part("petugas", 900, PHOTO.length), 200, PHOTO.length, "?1");
    }

    @Test
    void aPartThatDoesNotContinueWhatIsHereIsToldWhereToGoOn() {
        assertStands(part("petugas", 500, 900), 409, 0, "?0");
        part("petugas", 0, 400);
        var gap = part("petugas", 500, 900);
        assertStands(gap, 409, 400, "?0");
        assertThat(gap.code()).isEqualTo("UPLOAD_OFFSET_DIFFERS");
        assertStands(part("petugas", 0, 400), 409, 400, "?0");
        assertThat(part("petugas", 400, PHOTO.length).status()).isEqualTo(201);
    }

    @Test
    void whatHadComeWhenTheLineBrokeStays() throws Exception {
        var uri = ledger.uri("/api/photos/" + HASH);
        try (var line = new Socket("localhost", uri.getPort())) {
            var head = String.join(
                    "\r\n",
                    "PATCH " + uri.getPath() + " HTTP/1.1",
                    "Host: localhost",
                    "Authorization: Bearer petugas",
                    "Content-Type: application/partial-upload",
                    "Upload-Offset: 0",
                    "Upload-Length: " + PHOTO.length,
                    "Content-Length: " + PHOTO.length,
                    "",
                    "");
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(PHOTO, 0, 700);
        }
        await().untilAsserted(() -> assertStands(head("petugas"), 204, 700, "?0"));
        assertThat(part("petugas", 700, PHOTO.length).status()).isEqualTo(201);
    }

    @Test
    void ofTwoSendersAtOnceOneAddsItsPart() {
        var answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> part("petugas", 0, 600)))
                        .limit(6)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(Answer::status)
                        .sorted()
                        .toList();
        assertThat(answers).containsExactly(204, 409, 409, 409, 409, 409);
        assertThat(part("petugas", 600, PHOTO.length).status()).isEqualTo(201);
    }

    @Test
    void aServerThatEndedAfterTheLastPartFinishesWithAnEmptyOne() {
        part("petugas", 0, 400);
        owner.update("INSERT INTO photo_part SELECT uploaded_by, sha256, 400, ? FROM photo_upload", rest(400));
        owner.update("UPDATE photo_upload SET received = length");

        assertStands(head("petugas"), 204, PHOTO.length, "?0");
        assertStands(part("petugas", PHOTO.length, PHOTO.length), 201, PHOTO.length, "?1");
    }

    @Test
    void whatIsNotThePhotoThatItsHashNamesIsForgotten() {
        var other = PHOTO.clone();
        other[other.length - 20] ^= 1;
        var damaged = send("petugas", HASH, 0, other.length, other);
        assertThat(damaged.status()).isEqualTo(422);
        assertThat(damaged.code()).isEqualTo("PHOTO_HASH_DIFFERS");
        var text = "bukan foto".getBytes(StandardCharsets.UTF_8);
        assertThat(send("petugas", sha256(text), 0, text.length, text).code()).isEqualTo("NOT_AN_IMAGE");
        assertThat(left()).isZero();
        assertThat(part("petugas", 0, PHOTO.length).status()).isEqualTo(201);
    }

    @Test
    void partsAreTheirSendersAlone() {
        part("petugas", 0, 400);
        assertThat(head("admindesa").status()).isEqualTo(404);
        assertStands(part("admindesa", 400, PHOTO.length), 409, 0, "?0");
        assertStands(part("admindesa", 0, 200), 204, 200, "?0");
        assertStands(head("petugas"), 204, 400, "?0");

        assertThat(part("petugas", 400, PHOTO.length).status()).isEqualTo(201);
        assertThat(head("desalain").status()).isEqualTo(404);
        assertStands(head("admindesa"), 204, 200, "?0");
        assertThat(part("admindesa", 200, PHOTO.length).status()).isEqualTo(200);
        assertThat(owner.queryForObject("SELECT count(*) FROM photo", Integer.class))
                .isOne();
    }

    @Test
    void onAPhoneOfSeveralPeopleNothingGoesOutUnderAnothersSession() {
        var other = Long.toString(ledger.actor("admindesa").id());
        for (var method : new String[] {"PUT", "PATCH"}) {
            var answer = answer(request("petugas", HASH)
                    .header("X-Desk-Person", other)
                    .header("Content-Type", method.equals("PUT") ? "image/jpeg" : "application/partial-upload")
                    .header("Upload-Offset", "0")
                    .header("Upload-Length", Integer.toString(PHOTO.length))
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(PHOTO)));
            assertThat(answer.code()).isEqualTo("OTHER_PERSON");
            assertThat(answer.status()).isEqualTo(412);
        }
        assertThat(owner.queryForObject("SELECT count(*) FROM photo", Integer.class))
                .isZero();
    }

    @Test
    void whatCannotBeAPhotoIsRefusedAtItsFirstPart() {
        var one = new byte[1];
        assertThat(send("petugas", HASH, 0, 8 * 1024 * 1024 + 1, one).code()).isEqualTo("PHOTO_TOO_LARGE");
        assertThat(send("petugas", HASH, 0, 0, one).code()).isEqualTo("NOT_AN_IMAGE");
        assertThat(send("petugas", HASH, 0, 1, new byte[2]).code()).isEqualTo("UPLOAD_LENGTH_DIFFERS");
        assertThat(send("petugas", "abc", 0, 1, one).errors()).containsExactly("sha256 NOT_A_HASH");
        assertThat(ledger.send("petugas", "PATCH", "/api/photos/" + HASH, "application/partial-upload", one)
                        .errors())
                .containsExactly("Upload-Length MALFORMED_VALUE");
        assertThat(ledger.send("petugas", "PATCH", "/api/photos/" + HASH, "image/jpeg", one)
                        .status())
                .isEqualTo(415);
        part("petugas", 0, 400);
        assertThat(send("petugas", HASH, 400, PHOTO.length + 1, one).code()).isEqualTo("UPLOAD_LENGTH_DIFFERS");
    }

    @Test
    void ofMoreThanTwentyUnfinishedOnesTheOldestBeginsAnew() {
        part("petugas", 0, 400);
        owner.update("UPDATE photo_upload SET touched_at = now() - interval '1 hour'");
        IntStream.range(0, 20)
                .forEach(number ->
                        send("petugas", sha256(new byte[] {(byte) number}), 0, 5, new byte[] {(byte) number}));
        assertThat(owner.queryForObject("SELECT count(*) FROM photo_upload", Integer.class))
                .isEqualTo(20);
        assertThat(head("petugas").status()).isEqualTo(404);
        assertStands(part("petugas", 400, PHOTO.length), 409, 0, "?0");
    }

    @Test
    void whatWasNotTakenUpForThreeDaysIsErased() {
        part("petugas", 0, 400);
        part("admindesa", 0, 400);
        owner.update(
                "UPDATE photo_upload SET touched_at = now() - interval '73 hours' WHERE uploaded_by = ?",
                ledger.actor("petugas").id());
        retention.run();
        assertThat(head("petugas").status()).isEqualTo(404);
        assertStands(head("admindesa"), 204, 400, "?0");
        assertThat(left()).isOne();
    }

    private int left() {
        return owner.queryForObject("SELECT count(*) FROM photo_part", Integer.class);
    }

    private static byte[] rest(int from) {
        return Arrays.copyOfRange(PHOTO, from, PHOTO.length);
    }

    private Answer part(String username, int from, int to) {
        return send(username, HASH, from, PHOTO.length, Arrays.copyOfRange(PHOTO, from, to));
    }

    private Answer head(String username) {
        return answer(request(username, HASH).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    private Answer send(String username, String hash, int offset, int length, byte[] part) {
        return answer(request(username, hash)
                .header("Content-Type", "application/partial-upload")
                .header("Upload-Offset", Integer.toString(offset))
                .header("Upload-Length", Integer.toString(length))
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(part)));
    }

    private HttpRequest.Builder request(String username, String hash) {
        return HttpRequest.newBuilder(ledger.uri("/api/photos/" + hash)).header("Authorization", "Bearer " + username);
    }

    private Answer answer(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertStands(Answer answer, int status, int offset, String complete) {
        assertThat(answer.status()).as(new String(answer.response().body())).isEqualTo(status);
        assertThat(answer.header("Upload-Offset")).isEqualTo(Integer.toString(offset));
        assertThat(answer.header("Upload-Complete")).isEqualTo(complete);
    }
}
