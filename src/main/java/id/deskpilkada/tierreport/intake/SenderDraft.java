package id.deskpilkada.tierreport.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sender as somebody writes it down.
 *
 * @param keys public keys (SubjectPublicKeyInfo, Base64), as its {@code /public/seal-keys.json} tells them; null leaves those that are known
 */
record SenderDraft(@Nullable String name, @Nullable List<String> keys, @Nullable Boolean active) {}
