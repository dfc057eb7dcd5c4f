export { Cell, type Column, ResponsiveTable, Row } from './ResponsiveTable';
