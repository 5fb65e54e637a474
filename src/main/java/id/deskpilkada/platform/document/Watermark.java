package id.deskpilkada.platform.document;

import java.util.Map;
import java.util.Optional;

/** Says what must stand across every page of a document because of what the document shows. */
@FunctionalInterface
public interface Watermark {

    /** @param model what the template reads @return the text; empty for most documents */
    Optional<String> of(Map<String, ?> model);
}
