@org.jspecify.annotations.NullMarked
package id.deskpilkada.platform.database;
