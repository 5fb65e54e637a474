package id.deskpilkada.tierreport.delivery;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody outside who opens a link and presses the button of its form. */
final class PublicBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final int port;

    PublicBrowser(int port) {
        this.port = port;
    }

    String open(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(address(path))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    String press(String path, String name) throws IOException, InterruptedException {
        var token = TOKEN.matcher(open(path));
        var form = "nama=" + encoded(name) + (token.find() ? "&_csrf=" + encoded(token.group(1)) : "");
        return http.send(
                        HttpRequest.newBuilder(address(path))
                                .header("Accept", "text/html")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
