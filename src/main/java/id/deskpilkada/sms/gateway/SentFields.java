package id.deskpilkada.sms.gateway;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a gateway sends, by the names that it uses or by those that gateways usually use. */
record SentFields(JsonNode sent, Gateway gateway) {

    private static final List<String> FROM = List.of(
            "from",
            "sender",
            "msisdn",
            "phone",
            "phoneNumber",
            "originator",
            "/payload/phoneNumber",
            "/payload/sender",
            "/data/contact");
    private static final List<String> TEXT =
            List.of("text", "body", "message", "content", "msg", "/payload/message", "/data/content");
    private static final List<String> ID = List.of(
            "id", "messageId", "message_id", "MessageSid", "sms_id", "uuid", "/payload/messageId", "/data/message_id");
    private static final List<String> TIME = List.of(
            "time",
            "receivedAt",
            "received_at",
            "sent_timestamp",
            "timestamp",
            "date",
            "/payload/receivedAt",
            "/data/timestamp");
    private static final Duration EARLIEST = Duration.ofDays(2);
    private static final Duration LATEST = Duration.ofMinutes(5);
    private static final long MILLIS = 100_000_000_000L;

    String from() {
        return first(gateway.fromField(), FROM);
    }

    /** As it was written: without what no telephone shows. */
    String text() {
        var kept = new StringBuilder();
        first(gateway.textField(), TEXT)
                .codePoints()
                .filter(code -> code == '\n' || !Character.isISOControl(code) && (code < 0xD800 || code > 0xDFFF))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** Whether it brings a text with nothing in it, as an SMS may have; a gateway that names its fields otherwise brings none. */
    boolean saysNothing() {
        var names = gateway.textField().isEmpty() ? TEXT : List.of(gateway.textField());
        return text().isEmpty() && names.stream().anyMatch(name -> node(name).isValueNode());
    }

    /** Null when the gateway gives no name. */
    @Nullable
    String id() {
        var id = first(gateway.idField(), ID);
        return id.isEmpty() ? null : id.substring(0, Math.min(200, id.length()));
    }

    /** When it was sent, as far as the gateway says so and it can be. */
    Instant time(Instant now) {
        var told = read(first(gateway.timeField(), TIME));
        return told == null || told.isBefore(now.minus(EARLIEST)) || told.isAfter(now.plus(LATEST)) ? now : told;
    }

    private static @Nullable Instant read(String text) {
        try {
            if (text.matches("[0-9]{9,14}")) {
                long number = Long.parseLong(text);
                return number > MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String first(String own, List<String> usual) {
        if (!own.isEmpty()) {
            return value(own);
        }
        return usual.stream()
                .map(this::value)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String value(String name) {
        return text(node(name));
    }

    private JsonNode node(String name) {
        if (name.startsWith("/")) {
            return sent.at(JsonPointer.compile(name));
        }
        var names = sent.fieldNames();
        while (names.hasNext()) {
            var known = names.next();
            if (known.equalsIgnoreCase(name)) {
                return sent.get(known);
            }
        }
        return MissingNode.getInstance();
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText().strip().replace("\u0000", "") : "";
    }
}
