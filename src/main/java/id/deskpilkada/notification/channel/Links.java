package id.deskpilkada.notification.channel;

import id.deskpilkada.notification.outbox.OutboxSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Addresses that work outside of the application; a path of ours only does where the installation has said under which address it is reached. */
@Component
class Links {

    private final OutboxSettings settings;

    Links(OutboxSettings settings) {
        this.settings = settings;
    }

    Optional<String> whole(@Nullable String link) {
        if (link == null || !link.startsWith("/")) {
            return Optional.ofNullable(link);
        }
        var base = settings.baseUrl();
        return base.isBlank() ? Optional.empty() : Optional.of(base.replaceAll("/+$", "") + link);
    }
}
