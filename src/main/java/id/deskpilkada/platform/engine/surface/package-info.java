/** What of the webapps' interfaces people reach, decided by one table before anything of them runs. */
@org.jspecify.annotations.NullMarked
package id.deskpilkada.platform.engine.surface;
