package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Messages;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why a report could not be sent, in words. */
@Component
class FailureReasons {

    private static final String MAIL = "MAIL_";
    private static final Set<String> ATTEMPTS = Set.of("AGAIN", "FAILED");

    private final MessageSource texts;

    FailureReasons(MessageSource texts) {
        this.texts = texts;
    }

    /** Null where nothing has failed. */
    @Nullable
    String of(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return code.startsWith(MAIL)
                ? text("tier.delivery.reason.MAIL", text("notification.reason." + code.substring(MAIL.length())))
                : text("tier.delivery.reason." + code);
    }

    /** Why an attempt failed, with what the other side said; null for steps that tell of no failure. */
    @Nullable
    String ofAttempt(DeliveryRows.Step step) {
        var noted = step.detail();
        if (noted == null || !ATTEMPTS.contains(step.step())) {
            return null;
        }
        var parts = noted.split(": ", 2);
        return parts.length == 1 ? of(parts[0]) : of(parts[0]) + " (" + parts[1] + ")";
    }

    private @Nullable String text(String key, @Nullable Object... arguments) {
        return texts.getMessage(key, arguments, key, Messages.locale());
    }
}
