#!/usr/bin/env bash
# DuckDB 1.5.5.1 (duckdb_jdbc): the same number becomes another integer depending on how it is held.
#
# Data: 2.5 and 0.5 as DOUBLE, DECIMAL and text, each cast to INTEGER; round() of the DOUBLE beside them.
# Expected: one rule of rounding for all
# Seen:     DOUBLE goes to the even neighbour (2, 0); DECIMAL and text go away from zero (3, 1), and so does round() of the DOUBLE (3, 1)
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact=org.duckdb:duckdb_jdbc:1.5.5.1 -DoutputDirectory=. > /dev/null
cat > Finding.java <<'JAVA'
import java.sql.*;

class Finding {
    public static void main(String[] args) throws Exception {
        String number = "CAST(%1$s::DOUBLE AS INTEGER) || ' ' || CAST(%1$s::DECIMAL(4, 1) AS INTEGER) || ' ' || CAST('%1$s' AS INTEGER)"
                + " || ' ' || round(%1$s::DOUBLE)::INTEGER";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT " + number.formatted("2.5") + " || ', ' || " + number.formatted("0.5"))) {
            row.next();
            System.out.println(row.getString(1));
        }
    }
}
JAVA
seen=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp duckdb_jdbc-1.5.5.1.jar Finding.java 2> /dev/null)
echo "2.5 and 0.5 as double, decimal, text, rounded: $seen"
[ "$seen" = "2 3 3 3, 0 1 1 1" ]
