package id.deskpilkada.platform.web;

import java.util.List;

/**
 * Places outside this installation that our forms may lead to, such as the sign-in server at which a sign-out ends; a module offers them as a bean.
 *
 * @param origins scheme, host and port, as in {@code https://masuk.example.go.id}
 */
public record FormTargets(List<String> origins) {}
