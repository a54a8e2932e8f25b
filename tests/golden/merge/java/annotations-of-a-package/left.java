/** What is kept. */
@NonNullApi
@NonNullFields
package org.example.store;
