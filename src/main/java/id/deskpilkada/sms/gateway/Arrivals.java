package id.deskpilkada.sms.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.audit.AuditEntry;
import id.deskpilkada.sms.SmsBell;
import id.deskpilkada.sms.SmsRows;
import id.deskpilkada.sms.SmsSettings;
import id.deskpilkada.sms.grammar.Spoken;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Stores what a gateway hands over, first and as it came; reading it is a matter of its own. */
@Component
class Arrivals {

    private static final int LONGEST_NUMBER = 40;

    private final Gateways gateways;
    private final SmsRows rows;
    private final SmsBell bell;
    private final SmsSettings settings;
    private final SystemTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Arrivals(
            Gateways gateways,
            SmsRows rows,
            SmsBell bell,
            SmsSettings settings,
            SystemTransactions transactions,
            Audit audit,
            Clock clock) {
        this.gateways = gateways;
        this.rows = rows;
        this.bell = bell;
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The tokens that a request shows, by where it shows them. */
    record Shown(@Nullable String header, @Nullable String field) {}

    /**
     * What cannot be stored keeps nothing else of the same list waiting: a gateway that comes again with all of it hands over the rest.
     *
     * @return how many messages are new
     * @throws Problem 401 {@code WRONG_CREDENTIALS}, 422 {@code SMS_INCOMPLETE} when none of them is a message, 429 {@code TOO_MANY_SMS}
     */
    int take(String gateway, Shown shown, List<JsonNode> messages) {
        var taken = Scope.system(SmsSettings.WORK, () -> {
            var known = transactions.read(SmsSettings.WORK, () -> known(gateway, shown));
            if (known == null) {
                audit.record(AuditEntry.refused("sms.inbound", gateway.replaceAll("[^\\w-]", ""), null, Map.of()));
                throw Problem.of(HttpStatus.UNAUTHORIZED, "WRONG_CREDENTIALS");
            }
            return transactions.write(SmsSettings.WORK, () -> store(known, messages));
        });
        bell.ring();
        taken.refused().ifPresent(refused -> {
            throw refused;
        });
        return taken.stored();
    }

    /** @param refused why the gateway must not believe that all is done */
    private record Taken(int stored, Optional<Problem> refused) {}

    private @Nullable Gateway known(String code, Shown shown) {
        return Stream.of(shown.header(), shown.field())
                .filter(token -> token != null && !token.isBlank())
                .flatMap(token -> gateways.showing(code, token).stream())
                .findFirst()
                .orElse(null);
    }

    private Taken store(Gateway gateway, List<JsonNode> messages) {
        int stored = 0;
        var tooMany = new ArrayList<Problem>();
        var noMessage = new ArrayList<Problem>();
        for (var message : messages) {
            try {
                stored += store(gateway, new SentFields(message, gateway)) ? 1 : 0;
            } catch (Problem refused) {
                (refused.status() == HttpStatus.TOO_MANY_REQUESTS ? tooMany : noMessage).add(refused);
            }
        }
        var all = noMessage.size() == messages.size() ? noMessage : tooMany;
        return new Taken(stored, all.stream().findFirst());
    }

    private boolean store(Gateway gateway, SentFields sent) {
        var from = sent.from();
        var text = sent.text();
        if (!from.isEmpty() && sent.saysNothing()) {
            return false;
        }
        if (from.isEmpty() || text.isEmpty()) {
            throw Problem.unprocessable("SMS_INCOMPLETE", from.isEmpty() ? "from" : "text");
        }
        var now = clock.instant();
        var number = PhoneNumber.of(from)
                .map(PhoneNumber::value)
                .orElseGet(() -> from.substring(0, Math.min(LONGEST_NUMBER, from.length())));
        if (rows.ofNumber(number, now.minus(Duration.ofHours(1))) >= settings.perNumber()
                || rows.ofGateway(gateway.id(), now.minus(Duration.ofMinutes(1))) >= settings.perGateway()) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_SMS");
        }
        var kept = text.codePointCount(0, text.length()) <= Spoken.LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Spoken.LONGEST));
        return rows.store(gateway.id(), sent.id(), number, kept, sent.time(now), now);
    }
}
