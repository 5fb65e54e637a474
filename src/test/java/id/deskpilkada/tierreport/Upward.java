package id.deskpilkada.tierreport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.seal.Seals;
import id.deskpilkada.tierreport.seal.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

/** The installation under test as the one above its own regency: what it seals, it may send to itself. */
@Component
public class Upward {

    public static final String TOKEN = "token-kabupaten-serang-untuk-uji";

    private final Installation installation;
    private final SystemTransactions transactions;
    private final Seals seals;
    private final SigningKeys keys;
    private final TierReportRows rows;
    private final ManagementService management;

    Upward(
            Installation installation,
            SystemTransactions transactions,
            Seals seals,
            SigningKeys keys,
            TierReportRows rows,
            ManagementService management) {
        this.installation = installation;
        this.transactions = transactions;
        this.seals = seals;
        this.keys = keys;
        this.rows = rows;
        this.management = management;
    }

    public record Answered(int status, String code, String text) {}

    /** Without a person, as where no signature is asked for. */
    public void settle(TierReport report) {
        transactions.write("test", () -> seals.settle(report, null));
    }

    /** Lets this regency send here. */
    public void knowSender() {
        var key = keys.current();
        var owner = installation.asOwner();
        owner.update(
                "INSERT INTO desk.tier_sender (area, name, token_hash, active) VALUES ('3604', 'Kabupaten Serang', encode(sha256(convert_to(?, 'UTF8')), 'hex'), true)",
                TOKEN);
        owner.update(
                "INSERT INTO desk.tier_sender_key (sender_id, key_id, public_key) SELECT id, ?, ? FROM desk.tier_sender",
                key,
                keys.find(key).orElseThrow().publicKey());
    }

    /** As a settled report travels. */
    public ObjectNode envelope(TierReport report) {
        return transactions.read("test", () -> {
            var seal = seals.of(report.id()).orElseThrow();
            return DeskClient.JSON
                    .createObjectNode()
                    .put("code", report.code())
                    .put("snapshot", rows.snapshot(report.id()))
                    .put("statement", seal.statement())
                    .put("signature", Base64.getEncoder().encodeToString(seal.signature()))
                    .put("keyId", seal.keyId());
        });
    }

    public Answered send(int port, String token, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/tier-reports/intake"))
                .header("Content-Type", "application/json")
                .header("X-Desk-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            var text = answer.body();
            return new Answered(
                    answer.statusCode(),
                    text.startsWith("{") ? CanonicalJson.tree(text).path("code").asText("") : "",
                    text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs the jobs of deliveries that wait, timers too, once each. @return how many */
    public int jobs() {
        var jobs = management
                .createJobQuery()
                .processDefinitionKey("report-delivery")
                .list();
        jobs.forEach(job -> management.executeJob(job.getId()));
        return jobs.size();
    }

    /** Past what the application may do. */
    public void owner(String sql) {
        installation.asOwner().update(sql);
    }

    public int count(String sql, Object... parameters) {
        var found =
                installation.asOwner().queryForObject("SELECT count(*) FROM desk." + sql, Integer.class, parameters);
        return found == null ? 0 : found;
    }
}
