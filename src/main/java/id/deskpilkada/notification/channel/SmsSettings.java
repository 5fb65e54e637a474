package id.deskpilkada.notification.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one SMS gateway, described by what its HTTP interface wants. Without a url the installation sends no SMS. In url and body {@code {to}}, {@code {text}}, {@code {id}} and
 * {@code {sender}} are filled in, escaped for where they stand.
 *
 * @param number how the gateway wants numbers: {@code E164} (+62812...), {@code DIGITS} (62812...) or {@code NATIONAL} (0812...)
 * @param authHeader name of the header that carries {@code auth}, e.g. {@code Authorization}
 * @param auth the whole value of that header, e.g. {@code Bearer ...}; a secret
 * @param idPointer JSON pointer to the message's id in the answer; empty: any answer 2xx means taken
 * @param segments most SMS that one message may take
 */
@ConfigurationProperties("desk.notification.sms")
public record SmsSettings(
        @DefaultValue("") String url,
        @DefaultValue("POST") String method,
        @DefaultValue("application/json") String contentType,
        @DefaultValue("") String body,
        @DefaultValue("E164") Number number,
        @DefaultValue("") String sender,
        @DefaultValue("Authorization") String authHeader,
        @DefaultValue("") String auth,
        @DefaultValue("/id") String idPointer,
        @DefaultValue("3") int segments,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("4") int attempts,
        @DefaultValue("10s") Duration firstWait,
        @DefaultValue("2m") Duration longestWait) {

    private static final String JSON_BODY = "{\"to\":\"{to}\",\"text\":\"{text}\",\"id\":\"{id}\"}";
    private static final String FORM_BODY = "to={to}&text={text}&id={id}";

    boolean complete() {
        return !url.isBlank();
    }

    boolean json() {
        return contentType.contains("json");
    }

    String template() {
        if (!body.isBlank()) {
            return body;
        }
        return json() ? JSON_BODY : FORM_BODY;
    }

    Patience patience() {
        return new Patience(timeout, attempts, firstWait, longestWait);
    }

    /** How a gateway writes numbers. */
    public enum Number {
        E164,
        DIGITS,
        NATIONAL
    }
}
