package id.deskpilkada.tierreport.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.tierreport.TierReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands a report to the intake of the installation one tier up. Follows nobody elsewhere and reads no more of an answer than a receipt needs. */
@Component
class IntakeClient {

    private static final String PATH = "/api/tier-reports/intake";
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Envelopes envelopes;
    private final RecipientTokens tokens;
    private final Addresses addresses;
    private final DeliverySettings settings;
    private final ObjectMapper json;
    private final HttpClient http;

    IntakeClient(
            Envelopes envelopes,
            RecipientTokens tokens,
            Addresses addresses,
            DeliverySettings settings,
            ObjectMapper json) {
        this.envelopes = envelopes;
        this.tokens = tokens;
        this.addresses = addresses;
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    IntakeAnswer hand(TierRecipient recipient, TierReport report) {
        var token = tokens.of(recipient.id());
        if (token.isEmpty()) {
            return IntakeAnswer.refused("NO_TOKEN", null);
        }
        try {
            var address = URI.create(recipient.address() + PATH);
            if (!addresses.isOrigin(recipient.address()) || !addresses.mayBeCalled(address)) {
                return IntakeAnswer.refused("ADDRESS_NOT_ALLOWED", recipient.address());
            }
            return read(
                    http.send(request(address, token.get(), envelopes.of(report)), BodyHandlers.ofInputStream()),
                    report);
        } catch (UnknownHostException | UnresolvedAddressException e) {
            return IntakeAnswer.notYet("INTAKE_UNKNOWN_HOST", recipient.address());
        } catch (HttpConnectTimeoutException | ConnectException e) {
            return IntakeAnswer.notYet("INTAKE_UNREACHABLE", recipient.address());
        } catch (HttpTimeoutException e) {
            return IntakeAnswer.notYet("INTAKE_SILENT", recipient.address());
        } catch (SSLException e) {
            return IntakeAnswer.notYet("INTAKE_CERTIFICATE", e.getMessage());
        } catch (IOException e) {
            return IntakeAnswer.notYet("INTAKE_BROKEN_OFF", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return IntakeAnswer.notYet("INTAKE_BROKEN_OFF", null);
        }
    }

    private HttpRequest request(URI address, String token, String envelope) {
        return HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Accept", "application/json")
                .header("Accept-Language", "id")
                .header("X-Desk-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
    }

    private IntakeAnswer read(HttpResponse<InputStream> answer, TierReport report) throws IOException {
        int status = answer.statusCode();
        var body = parsed(AnswerBody.read(answer.body(), LONGEST_ANSWER, settings.timeout()));
        if (status == 200 || status == 201) {
            return receipt(body, report);
        }
        var code = body.path("code").asText("");
        var detail = body.path("detail").asText("HTTP " + status);
        if (code.equals("INTAKE_OLDER_VERSION")) {
            return IntakeAnswer.overtaken();
        }
        if (status == 429 || status == 408 || status >= 500) {
            return IntakeAnswer.notYet("INTAKE_BUSY", detail);
        }
        if (status >= 300 && status < 400) {
            return IntakeAnswer.refused("INTAKE_ELSEWHERE", "HTTP " + status);
        }
        return IntakeAnswer.refused("INTAKE_REFUSED", (code.isEmpty() ? "" : code + ": ") + detail);
    }

    /** Only a receipt for just this report is one. */
    private static IntakeAnswer receipt(JsonNode body, TierReport report) {
        var id = body.path("receiptId").asText("");
        return report.digest().equals(body.path("digest").asText("")) && !id.isBlank() && id.length() <= 100
                ? IntakeAnswer.taken(id)
                : IntakeAnswer.refused("RECEIPT_WRONG", null);
    }

    private JsonNode parsed(byte[] body) {
        try {
            @Nullable JsonNode tree = json.readTree(body);
            return tree == null ? json.missingNode() : tree;
        } catch (IOException e) {
            return json.missingNode();
        }
    }
}
