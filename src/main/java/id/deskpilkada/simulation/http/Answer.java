package id.deskpilkada.simulation.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What the application answered.
 *
 * @param body JSON; missing when there was none
 * @param retryAfter how long the application asks to wait; zero when it does not
 */
public record Answer(int status, JsonNode body, Duration retryAfter) {

    public boolean done() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may succeed later: too many, or not able at the moment. */
    public boolean later() {
        return status == 429 || status >= 500;
    }

    /** The problem's code, or the status where there is none. */
    public String code() {
        return body.path("code").asText(Integer.toString(status));
    }
}
