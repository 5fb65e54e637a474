package id.deskpilkada.notification.channel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.text.MessageTexts;
import id.deskpilkada.notification.text.SmsText;
import id.deskpilkada.platform.PhoneNumber;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** SMS through the gateway that the installation describes. */
@Component
class SmsChannel implements Channel {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final SmsSettings settings;
    private final MessageTexts texts;
    private final Links links;
    private final ObjectMapper json;
    private final SmsRequests requests;
    private final HttpClient http;

    SmsChannel(SmsSettings settings, MessageTexts texts, Links links, ObjectMapper json) {
        this.settings = settings;
        this.texts = texts;
        this.links = links;
        this.json = json;
        this.requests = new SmsRequests(settings);
        var connect =
                settings.timeout().compareTo(Duration.ofSeconds(5)) < 0 ? settings.timeout() : Duration.ofSeconds(5);
        this.http = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public ChannelCode code() {
        return ChannelCode.SMS;
    }

    @Override
    public boolean ready() {
        return settings.complete();
    }

    @Override
    public Patience patience() {
        return settings.patience();
    }

    @Override
    public @Nullable String hand(Outgoing message) throws NotTaken {
        var to = PhoneNumber.of(message.address())
                .orElseThrow(() -> NotTaken.forGood("WRONG_PHONE_NUMBER", message.address()));
        var request = requests.write(message.id(), to, text(message));
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return read(answer.statusCode(), body.readNBytes(LONGEST_ANSWER));
            }
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw NotTaken.yet("GATEWAY_UNREACHABLE", e.getMessage());
        } catch (IOException e) {
            throw e.getCause() instanceof UnresolvedAddressException
                    ? NotTaken.yet("GATEWAY_UNREACHABLE", null)
                    : NotTaken.perhaps("GATEWAY_SILENT", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotTaken.perhaps("GATEWAY_SILENT", null);
        }
    }

    /** What the recipient reads: no longer than the installation pays for. */
    private String text(Outgoing message) {
        var repeat = message.repeated() ? texts.text("notification.repeat.short") + " " : "";
        var link = links.whole(message.link()).map(address -> " " + address).orElse("");
        var ending = link.isEmpty() ? texts.text("notification.rest") : link.strip();
        return SmsText.fitting(repeat + message.brief() + link, ending, settings.segments())
                .text();
    }

    private @Nullable String read(int status, byte[] body) throws NotTaken {
        if (status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
            throw NotTaken.yet("GATEWAY_BUSY", "HTTP " + status);
        }
        if (status >= 500) {
            throw NotTaken.perhaps("GATEWAY_FAILED", "HTTP " + status);
        }
        if (status < 200 || status >= 300) {
            throw NotTaken.forGood("GATEWAY_REFUSED", "HTTP " + status);
        }
        if (settings.idPointer().isBlank()) {
            return null;
        }
        try {
            var id = json.readTree(body).at(JsonPointer.compile(settings.idPointer()));
            if (id.isValueNode() && !id.isNull() && !id.asText().isBlank()) {
                return id.asText();
            }
        } catch (IOException e) {
            throw NotTaken.perhaps("GATEWAY_UNCLEAR", null);
        }
        throw NotTaken.perhaps("GATEWAY_UNCLEAR", null);
    }
}
