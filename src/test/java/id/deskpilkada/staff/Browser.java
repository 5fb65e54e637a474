package id.deskpilkada.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies, sends forms with their hidden token, and stops at redirects: as much of a browser as our pages need. */
public final class Browser {

    private static final Pattern HIDDEN_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Browser(int port) {
        this.root = "http://localhost:" + port;
    }

    public Browser signIn(String username, String password) {
        var answer = submit("/masuk", "/masuk", Map.of("username", username, "password", password));
        if (answer.statusCode() != 302) {
            throw new AssertionError("not signed in: " + answer.statusCode() + answer.body());
        }
        return this;
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Reads a page and posts a form of it. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        var token = HIDDEN_TOKEN.matcher(get(page).body());
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(
                action, "application/x-www-form-urlencoded", token.find() ? body + "&_csrf=" + token.group(1) : body);
    }

    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(root + path)).headers(headers).DELETE());
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
