package id.deskpilkada.evaluation;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.region.Regions;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** In which language something is said. */
@Component
public class Wording {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final MessageSource messages;
    private final Regions regions;

    Wording(MessageSource messages, Regions regions) {
        this.messages = messages;
        this.regions = regions;
    }

    public Words ofFiles() {
        return in(INDONESIAN);
    }

    public Words ofReader() {
        return in(Messages.locale());
    }

    private Words in(Locale locale) {
        return new Words(messages, locale, regions.zone(), regions.zoneName());
    }
}
