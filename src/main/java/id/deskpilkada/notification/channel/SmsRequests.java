package id.deskpilkada.notification.channel;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import id.deskpilkada.platform.PhoneNumber;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the gateway's request in. */
final class SmsRequests {

    private static final Pattern FIELD = Pattern.compile("\\{(to|text|id|sender)}");

    private final SmsSettings settings;

    SmsRequests(SmsSettings settings) {
        this.settings = settings;
    }

    HttpRequest write(UUID id, PhoneNumber to, String text) {
        var fields = Map.of("to", number(to), "text", text, "id", id.toString(), "sender", settings.sender());
        var request = HttpRequest.newBuilder(URI.create(filled(settings.url(), fields, SmsRequests::forUrl)))
                .timeout(settings.timeout());
        if (!settings.auth().isBlank()) {
            request.header(settings.authHeader(), settings.auth());
        }
        if ("GET".equalsIgnoreCase(settings.method())) {
            return request.GET().build();
        }
        var body = filled(settings.template(), fields, settings.json() ? SmsRequests::forJson : SmsRequests::forUrl);
        return request.header("Content-Type", settings.contentType() + "; charset=utf-8")
                .method(settings.method().toUpperCase(java.util.Locale.ROOT), BodyPublishers.ofString(body))
                .build();
    }

    private String number(PhoneNumber number) {
        return switch (settings.number()) {
            case E164 -> number.value();
            case DIGITS -> number.digits();
            case NATIONAL -> number.readable().replaceAll("[^0-9+]", "");
        };
    }

    private static String filled(String template, Map<String, String> fields, UnaryOperator<String> escaped) {
        return FIELD.matcher(template)
                .replaceAll(
                        field -> Matcher.quoteReplacement(escaped.apply(String.valueOf(fields.get(field.group(1))))));
    }

    private static String forUrl(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String forJson(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
