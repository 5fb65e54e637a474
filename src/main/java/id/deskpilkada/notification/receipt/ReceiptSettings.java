package id.deskpilkada.notification.receipt;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How gateways report what became of messages, by channel in small letters.
 *
 * @param receipts without a token a gateway's reports are not taken
 */
@ConfigurationProperties("desk.notification")
record ReceiptSettings(@DefaultValue Map<String, Gateway> receipts) {

    /**
     * @param token shown by the gateway in the header {@code X-Desk-Token} or the parameter {@code token}
     * @param idPointer JSON pointer to the id that the gateway gave the message; a form's fields count as members
     * @param statePointer JSON pointer to the word for the outcome
     * @param delivered words for arrived, in small letters
     * @param failed words for will never arrive; any other word is a step on the way
     */
    record Gateway(
            @DefaultValue("") String token,
            @DefaultValue("/id") String idPointer,
            @DefaultValue("/status") String statePointer,
            @DefaultValue({"delivered", "delivrd", "success", "read", "1"}) List<String> delivered,
            @DefaultValue({"failed", "undelivered", "undeliv", "rejected", "rejectd", "expired", "error", "bounced", "2"
                    })
                    List<String> failed) {}
}
