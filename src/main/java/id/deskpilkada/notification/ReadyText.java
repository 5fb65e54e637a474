package id.deskpilkada.notification;

import id.deskpilkada.platform.PhoneNumber;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text for a person to send or say by themselves; nothing is sent here.
 *
 * @param whatsApp opens WhatsApp with the text, addressed when there is a number
 * @param call opens the telephone; null without a number
 */
public record ReadyText(String text, String whatsApp, @Nullable String call) {

    public static ReadyText of(String text, @Nullable PhoneNumber number) {
        var whatsApp = "https://wa.me/" + (number == null ? "" : number.digits()) + "?text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return new ReadyText(text, whatsApp, number == null ? null : "tel:" + number.value());
    }
}
