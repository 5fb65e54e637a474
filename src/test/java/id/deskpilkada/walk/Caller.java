package id.deskpilkada.walk;

import id.deskpilkada.DeskClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/** Calls as one person, by a token of theirs, or as nobody. */
final class Caller {

    private final String root;
    private final @Nullable String username;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private @Nullable String token;
    private boolean checkedNowhere;

    private Caller(int port, @Nullable String username) {
        this.root = "http://localhost:" + port;
        this.username = username;
    }

    static Caller nobody(int port) {
        return new Caller(port, null);
    }

    static Caller signedIn(int port, String username) {
        var caller = new Caller(port, username);
        caller.signIn();
        return caller;
    }

    /** @param text the telling headers, an empty line, and the body */
    record Answer(int status, String text, String location) {

        boolean refused() {
            return status == 401 || status == 403 || status == 404 || toSignIn();
        }

        boolean toSignIn() {
            return status == 302 && location.contains("/masuk");
        }

        boolean success() {
            return status < 400 && !toSignIn();
        }
    }

    /** A new token; what the walk does may have ended the one before. */
    void signIn() {
        if (username == null) {
            return;
        }
        token = null;
        var answer = send(
                "POST",
                "/api/sessions",
                "application/json",
                "{\"username\": \"%s\", \"password\": \"%s\"}"
                        .formatted(username, MarkedDistricts.PASSWORD)
                        .getBytes(StandardCharsets.UTF_8));
        try {
            token = DeskClient.JSON
                    .readTree(answer.text().substring(answer.text().indexOf("\n\n")))
                    .path("token")
                    .asText();
        } catch (IOException e) {
            throw new AssertionError(answer.text(), e);
        }
    }

    /** From now on no service asks where this person is; see {@link CheckedNowhere}. */
    void checkedNowhere(boolean now) {
        checkedNowhere = now;
    }

    /** Ends whatever sessions there are and begins one. */
    void beginAnew() {
        send("DELETE", "/api/sessions", null, new byte[0]);
        signIn();
    }

    Answer get(String address) {
        return send("GET", address, null, new byte[0]);
    }

    Answer send(String method, String address, @Nullable String type, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + address))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (checkedNowhere) {
            request.header(CheckedNowhere.HEADER, "ya");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofInputStream());
            try (var in = answer.body()) {
                var endless =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                var text = endless ? "" : readable(in.readAllBytes());
                return new Answer(
                        answer.statusCode(),
                        String.join(" ", told(answer.headers())) + "\n\n" + text,
                        answer.headers().firstValue("Location").orElse(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String cells(byte[] body) throws IOException {
        var text = new StringBuilder();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(body))) {
            for (var sheet : workbook.getSheets().toList()) {
                sheet.read().forEach(row -> text.append(row).append('\n'));
            }
        }
        return text.toString();
    }

    /** A document is what one reads in it; its bytes hold the time of their making. */
    private static String readable(byte[] body) throws IOException {
        var text = new String(body, StandardCharsets.UTF_8);
        if (text.startsWith("PK")) {
            return cells(body);
        }
        if (!text.startsWith("%PDF")) {
            return text;
        }
        try (var document = Loader.loadPDF(body)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The headers in which something of an object can stand. */
    private static List<String> told(HttpHeaders headers) {
        return Stream.of("Location", "Content-Disposition", "ETag", "Link")
                .flatMap(name -> headers.allValues(name).stream())
                .toList();
    }

    /** Sends it to the engine's interface with the proof that its webapps ask for. */
    Answer sendToEngine(String method, String address, String body) {
        if (cookie("XSRF-TOKEN").isEmpty()) {
            get("/camunda/app/tasklist/default/");
        }
        return send(
                method,
                address,
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                "X-XSRF-TOKEN",
                cookie("XSRF-TOKEN"));
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
