package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why a report could not be sent, in words. */
@Component
class FailureReasons {

    private static final String MAIL = "MAIL_";

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

    private @Nullable String text(String key, @Nullable Object... arguments) {
        return texts.getMessage(key, arguments, key, Messages.locale());
    }
}
