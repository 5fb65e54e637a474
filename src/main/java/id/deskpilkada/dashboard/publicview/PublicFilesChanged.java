package id.deskpilkada.dashboard.publicview;

import java.util.Set;

/**
 * This node now hands out other files than before.
 *
 * @param written paths of those that are new or have other contents
 * @param gone paths that are no longer public
 */
public record PublicFilesChanged(long version, Set<String> written, Set<String> gone) {}
