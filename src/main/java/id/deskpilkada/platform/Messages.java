package id.deskpilkada.platform;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts for people, from the bundles under {@code messages/}: Indonesian unless the caller asks for English. */
@Component
public class Messages {

    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    /** The text of a key in the caller's language; the key itself when no bundle has it. */
    public String text(String key, Object... arguments) {
        return source.getMessage(key, arguments, key, locale());
    }

    public String problem(String code, List<Object> arguments) {
        return text("problem." + code, arguments.toArray());
    }

    public String problem(FieldProblem problem) {
        return problem(problem.code(), problem.arguments());
    }

    /** Why something was refused, in one text: each thing that has to be corrected once, else the reason of the whole. */
    public String refusal(Problem refusal) {
        return refusal.errors().isEmpty()
                ? problem(refusal.code(), refusal.arguments())
                : refusal.errors().stream().map(this::problem).distinct().collect(Collectors.joining(" "));
    }

    public static Locale locale() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage())
                ? Locale.ENGLISH
                : Locale.forLanguageTag("id");
    }
}
